package dev.interlock.ingest.report;

import dev.interlock.ingest.dialect.ReportedCase;
import dev.interlock.ingest.report.SeenNames.Name;
import dev.interlock.platform.Finding;
import dev.interlock.platform.ProjectId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the names of a report with those of the reports before it and proposes renames. */
@Component
class RenameWatch {
    private final JdbcClient jdbc;
    private final RenameTable table;

    RenameWatch(JdbcClient jdbc, RenameTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** Looks at a report in the caller's transaction; answers a finding for each new proposal. */
    List<Finding> look(ProjectId project, String series, List<ReportedCase> cases, String run) {
        var present = new LinkedHashSet<Name>();
        cases.stream().filter(one -> one.id().isEmpty()).map(Name::of).forEach(present::add);
        if (present.size() < 2) {
            return List.of(); // one name alone shows no other vanish
        }
        var seen = locked(project, series);
        var findings = propose(project, seen, present, run);
        seen.add(present);
        save(project, series, seen);
        return findings;
    }

    private List<Finding> propose(ProjectId project, SeenNames seen, Set<Name> present, String run) {
        var vanished = seen.vanished(present);
        if (vanished.isEmpty()) {
            return List.of();
        }
        var accepted = table.accepted(project);
        var appeared = present.stream()
                .filter(name -> !seen.knows(name) && !accepted.containsKey(name.identity()))
                .toList();
        var findings = new ArrayList<Finding>();
        for (var pair : RenameFinder.pairs(appeared, vanished)) {
            if (table.propose(project, pair, run)) {
                findings.add(Finding.info(
                        pair.name().identity(),
                        "It may be \"" + pair.former().identity() + "\" under another name.",
                        "Accept it under Results, Links, and its history goes on."));
            }
        }
        return findings;
    }

    private SeenNames locked(ProjectId project, String series) {
        jdbc.sql("insert into ingest.seen_names values (:project, :series, :names) on conflict do nothing")
                .param("project", project.value())
                .param("series", series)
                .param("names", SeenNames.none().packed())
                .update();
        var packed = jdbc.sql(
                        "select names from ingest.seen_names where project_id = :project and series = :series for update")
                .param("project", project.value())
                .param("series", series)
                .query((row, number) -> row.getBytes("names"))
                .single();
        return SeenNames.unpacked(packed);
    }

    private void save(ProjectId project, String series, SeenNames seen) {
        jdbc.sql("update ingest.seen_names set names = :names where project_id = :project and series = :series")
                .param("names", seen.packed())
                .param("project", project.value())
                .param("series", series)
                .update();
    }
}
