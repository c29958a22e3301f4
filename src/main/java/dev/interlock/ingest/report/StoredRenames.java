package dev.interlock.ingest.report;

import dev.interlock.ingest.IngestProblem;
import dev.interlock.ingest.Rename;
import dev.interlock.ingest.Renames;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides on renames. */
@Component
class StoredRenames implements Renames {
    private static final int LONGEST = 2_001;

    private final RenameTable table;
    private final AuditLog audit;

    StoredRenames(RenameTable table, AuditLog audit) {
        this.table = table;
        this.audit = audit;
    }

    @Override
    public List<Rename> all(ProjectId project) {
        return table.all(project);
    }

    @Override
    @Transactional
    public Rename add(ProjectId project, String name, String former, Actor actor) {
        if (name.isBlank() || former.isBlank() || name.length() > LONGEST || former.length() > LONGEST) {
            throw refused("A rename has two names of 1 to " + LONGEST + " characters.");
        }
        return decide(project, table.say(project, name.strip(), former.strip()), true, actor);
    }

    @Override
    @Transactional
    public Rename decide(ProjectId project, long id, boolean accepted, Actor actor) {
        var rename = require(project, id);
        if (accepted && leadsBack(project, rename)) {
            throw refused(
                    "\"" + rename.former() + "\" is \"" + rename.name() + "\" itself, by this or another rename.");
        }
        table.decide(project, rename, accepted ? Rename.State.ACCEPTED : Rename.State.DECLINED);
        audit.record(
                project,
                actor,
                accepted ? "rename.accept" : "rename.decline",
                "rename " + id,
                rename.former(),
                rename.name());
        return require(project, id);
    }

    private boolean leadsBack(ProjectId project, Rename rename) {
        var first = table.accepted(project);
        return rename.former().equals(rename.name())
                || rename.name().equals(first.getOrDefault(rename.former(), rename.former()));
    }

    private Rename require(ProjectId project, long id) {
        return table.find(project, id)
                .orElseThrow(() ->
                        IngestProblem.RENAME_IS_UNKNOWN.because("There is no rename " + id + " in this project."));
    }

    private static Problem refused(String what) {
        return IngestProblem.RENAME_IS_REFUSED.because(what);
    }
}
