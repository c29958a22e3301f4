package dev.interlock.testcase.store;

import dev.interlock.catalog.PathKey;
import java.util.List;

/**
 * The paths somebody says a test case covers.
 *
 * @param corrected whether a person says so, and means these and no others; otherwise its document does, and further
 *     paths are worked out
 */
record DeclaredCover(boolean corrected, List<PathKey> paths) {
    static final DeclaredCover NOTHING = new DeclaredCover(false, List.of());
}
