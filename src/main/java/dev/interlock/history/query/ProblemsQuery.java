package dev.interlock.history.query;

import dev.interlock.catalog.Service;
import dev.interlock.catalog.Services;
import dev.interlock.history.HistoryProblem;
import dev.interlock.history.ProblemClosed;
import dev.interlock.history.ProblemEdit;
import dev.interlock.history.ProblemGroup;
import dev.interlock.history.Problems;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Cursor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.platform.Slice;
import dev.interlock.security.AuditLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads problems and what people say about them. */
@Component
class ProblemsQuery implements Problems {
    private static final String SELECT = """
            select problem.*, %s as fresh,
                   first.run_id as first_id, first.number as first_number, first.started_at as first_started,
                   first.versions as first_versions,
                   last.run_id as last_id, last.number as last_number, last.started_at as last_started,
                   good.run_id as good_id, good.number as good_number, good.started_at as good_started,
                   good.versions as good_versions,
                   (select count(distinct had.test) from history.problem_test had
                     where had.project_id = :project and had.problem = problem.id) as test_count,
                   array(select distinct test.test_key from history.problem_test had
                           join history.test on test.id = had.test
                          where had.project_id = :project and had.problem = problem.id
                          order by test.test_key limit 100) as tests,
                   array(select path_key from history.problem_path
                          where project_id = :project and problem = problem.id order by path_key limit 100) as paths
              from history.problem
              join history.run first on first.id = problem.first_run
              join history.run last on last.id = problem.last_run
              left join history.run good on good.id = problem.good_run
            """;
    private static final String OF_RUN = SELECT.formatted("seen.fresh") + """
              join history.problem_run seen on seen.problem = problem.id and seen.project_id = :project
              join history.run asked on asked.id = seen.run
             where problem.project_id = :project and asked.project_id = :project and asked.run_id = :run
             order by seen.items desc, problem.id
             limit 200
            """;
    private static final String ONE = SELECT.formatted("problem.first_run = problem.last_run") + """
             where problem.project_id = :project and problem.id = :id
            """;
    private static final String OPEN = SELECT.formatted("problem.first_run = problem.last_run") + """
             where problem.project_id = :project and problem.open
               and (cast(:before as timestamptz) is null
                    or (problem.last_at, problem.id) < (cast(:before as timestamptz), :id))
             order by problem.last_at desc, problem.id desc
             limit :limit
            """;
    private static final String PLACE =
            "select cast(last_at as text) from history.problem where project_id = :project and id = :id";
    private static final String EDIT = """
            update history.problem
               set classification = coalesce(:classification, classification), note = coalesce(:note, note),
                   link = case when cast(:link as text) is null then link else nullif(:link, '') end,
                   open = coalesce(:open, open), version = version + 1
             where project_id = :project and id = :id and version = :version
            """;
    private static final String FORGET_TESTS =
            "update history.problem_test set has_it = false where project_id = :project and problem = :id and has_it";
    private static final int MOST = 200;
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_LINK = 1_000;

    private final JdbcClient jdbc;
    private final Services services;
    private final AuditLog audit;
    private final ApplicationEventPublisher news;

    ProblemsQuery(JdbcClient jdbc, Services services, AuditLog audit, ApplicationEventPublisher news) {
        this.jdbc = jdbc;
        this.services = services;
        this.audit = audit;
        this.news = news;
    }

    @Override
    public List<ProblemGroup> ofRun(ProjectId project, RunId run) {
        var owners = owners(project);
        return jdbc.sql(OF_RUN)
                .param("project", project.value())
                .param("run", run.value())
                .query((row, _) -> new ProblemRow(row, owners).read())
                .list();
    }

    @Override
    public Slice<ProblemGroup> open(ProjectId project, @Nullable String after, int limit) {
        var most = Math.clamp(limit, 1, MOST);
        var place = after == null ? null : Cursor.values(project, "problems", after);
        var owners = owners(project);
        var rows = jdbc.sql(OPEN)
                .param("project", project.value())
                .param("before", place == null ? null : place.getFirst())
                .param("id", place == null ? 0L : Long.parseLong(place.getLast()))
                .param("limit", most + 1)
                .query((row, _) -> new ProblemRow(row, owners).read())
                .list();
        return Slice.of(rows, most, problem -> Cursor.of(project, "problems", place(project, problem)));
    }

    @Override
    public Optional<ProblemGroup> find(ProjectId project, long id) {
        var owners = owners(project);
        return jdbc.sql(ONE)
                .param("project", project.value())
                .param("id", id)
                .query((row, _) -> new ProblemRow(row, owners).read())
                .optional();
    }

    @Override
    @Transactional
    public ProblemGroup edit(ProjectId project, long id, ProblemEdit edit, IfMatch match, Actor actor) {
        var before = find(project, id).orElseThrow(() -> unknown(id));
        match.check("problem", before.version());
        refuse(id, edit);
        var written = jdbc.sql(EDIT)
                .param("project", project.value())
                .param("id", id)
                .param("version", before.version())
                .param(
                        "classification",
                        edit.classification() == null
                                ? null
                                : edit.classification().name())
                .param("note", edit.note())
                .param("link", edit.link())
                .param("open", edit.open())
                .update();
        if (written == 0) {
            IfMatch.version(before.version()).check("problem", before.version() + 1);
        }
        var after = find(project, id).orElseThrow(() -> unknown(id));
        audit.record(project, actor, "problem.edit", String.valueOf(id), said(before), said(after));
        if (before.open() && !after.open()) {
            jdbc.sql(FORGET_TESTS)
                    .param("project", project.value())
                    .param("id", id)
                    .update();
            news.publishEvent(new ProblemClosed(project, after, true));
        }
        return after;
    }

    private static RuntimeException unknown(long id) {
        return HistoryProblem.PROBLEM_IS_UNKNOWN.because("The project has no problem " + id + ".");
    }

    private static void refuse(long id, ProblemEdit edit) {
        var faults = new ArrayList<Finding>();
        var note = edit.note();
        if (note != null && note.length() > LONGEST_NOTE) {
            faults.add(Finding.error("note", "longer than 2,000 characters", ""));
        }
        var link = edit.link();
        if (link != null && !link.isEmpty() && (!link.matches("https?://\\S+") || link.length() > LONGEST_LINK)) {
            faults.add(Finding.error("link", "not an http or https address", ""));
        }
        if (!faults.isEmpty()) {
            throw HistoryProblem.PROBLEM_EDIT_IS_INVALID.because("Problem " + id + " was not changed.", faults);
        }
    }

    private static String said(ProblemGroup problem) {
        return problem.classification() + ", " + (problem.open() ? "open" : "closed") + ", " + problem.link() + ", "
                + problem.note();
    }

    private List<String> place(ProjectId project, ProblemGroup problem) {
        var at = jdbc.sql(PLACE)
                .param("project", project.value())
                .param("id", problem.id())
                .query(String.class)
                .single();
        return List.of(at, String.valueOf(problem.id()));
    }

    private Map<String, String> owners(ProjectId project) {
        return services.all(project).stream()
                .collect(Collectors.toMap(service -> service.key().value(), Service::owner));
    }
}
