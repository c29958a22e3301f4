package dev.interlock.history;

import dev.interlock.catalog.ServiceKey;
import org.jspecify.annotations.Nullable;

/** A service whose version differs between two runs; null where a version is not known. */
public record VersionChange(
        ServiceKey service,
        @Nullable String before,
        @Nullable String after) {}
