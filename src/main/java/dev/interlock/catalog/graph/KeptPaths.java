package dev.interlock.catalog.graph;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.platform.ProjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what was read of paths, so that a landscape of thousands is not taken apart for every question. The database is
 * asked each time which rows hold now; a row that was written again, by whichever node, has another mark.
 */
@Component
class KeptPaths {
    private static final int MOST_PROJECTS = 8;
    private static final String MARKS = """
            select key, xmin::text || '.' || version as mark from catalog.integration_path
             where project_id = :project
             order by key
            """;

    private final JdbcClient jdbc;
    private final Map<ProjectId, Map<String, Kept>> kept = Collections.synchronizedMap(new LatestProjects());

    KeptPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Mark(String key, String mark) {}

    private record Kept(String mark, IntegrationPath path) {}

    /** All paths of a project by key; {@code read} is asked for those that changed. */
    List<IntegrationPath> all(ProjectId project, Function<Collection<String>, List<IntegrationPath>> read) {
        var marks = marks(project);
        var known = kept.getOrDefault(project, Map.of());
        var changed = marks.stream()
                .filter(mark -> !holds(known, mark))
                .map(Mark::key)
                .toList();
        if (changed.isEmpty() && known.size() == marks.size()) {
            return paths(marks, known);
        }
        var now = renewed(marks, known, changed.isEmpty() ? List.of() : read.apply(changed));
        kept.put(project, now);
        return paths(marks, now);
    }

    private List<Mark> marks(ProjectId project) {
        return jdbc.sql(MARKS)
                .param("project", project.value())
                .query((row, _) -> new Mark(row.getString("key"), row.getString("mark")))
                .list();
    }

    private static boolean holds(Map<String, Kept> known, Mark mark) {
        var found = known.get(mark.key());
        return found != null && found.mark().equals(mark.mark());
    }

    private static Map<String, Kept> renewed(List<Mark> marks, Map<String, Kept> known, List<IntegrationPath> read) {
        var fresh = read.stream().collect(Collectors.toMap(path -> path.key().value(), path -> path));
        var now = new HashMap<String, Kept>();
        for (var mark : marks) {
            var path = fresh.get(mark.key());
            if (path != null) {
                now.put(mark.key(), new Kept(mark.mark(), path));
            } else if (holds(known, mark)) {
                now.put(mark.key(), Objects.requireNonNull(known.get(mark.key())));
            }
        }
        return now;
    }

    private static List<IntegrationPath> paths(List<Mark> marks, Map<String, Kept> known) {
        var paths = new ArrayList<IntegrationPath>(marks.size());
        for (var mark : marks) {
            var found = known.get(mark.key());
            if (found != null) {
                paths.add(found.path());
            }
        }
        return List.copyOf(paths);
    }

    /** The projects asked for last. */
    private static final class LatestProjects extends LinkedHashMap<ProjectId, Map<String, Kept>> {
        private static final long serialVersionUID = 1;

        LatestProjects() {
            super(MOST_PROJECTS, 1, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<ProjectId, Map<String, Kept>> eldest) {
            return size() > MOST_PROJECTS;
        }
    }
}
