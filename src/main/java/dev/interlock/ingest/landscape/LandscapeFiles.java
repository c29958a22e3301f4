package dev.interlock.ingest.landscape;

import dev.interlock.openapi.Upload;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one upload by what they are.
 *
 * @param all every file, for those that others name, such as env files
 */
public record LandscapeFiles(List<Upload> compose, List<Upload> kubernetes, List<Upload> backstage, List<Upload> all) {
    /** Copies the lists. */
    public LandscapeFiles {
        compose = List.copyOf(compose);
        kubernetes = List.copyOf(kubernetes);
        backstage = List.copyOf(backstage);
        all = List.copyOf(all);
    }

    /** Whether there is nothing to read. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** How many files there are to read. */
    public int size() {
        return compose.size() + kubernetes.size() + backstage.size();
    }

    /** The kinds that are there, joined by a plus sign. */
    String kind() {
        var kinds = new ArrayList<String>();
        if (!compose.isEmpty()) {
            kinds.add("COMPOSE");
        }
        if (!kubernetes.isEmpty()) {
            kinds.add("KUBERNETES");
        }
        if (!backstage.isEmpty()) {
            kinds.add("BACKSTAGE");
        }
        return String.join("+", kinds);
    }
}
