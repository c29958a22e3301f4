package dev.interlock.catalog.graph;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Requirement;
import dev.interlock.catalog.Requirements;
import dev.interlock.catalog.store.Faults;
import dev.interlock.catalog.store.ProjectLock;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps requirements as links. */
@Component
class RequirementStore implements Requirements {
    private static final int MOST = 5_000;
    private static final String ALL =
            "select reference, url, title, impact from catalog.requirement where project_id = :project order by reference";
    private static final String COUNT =
            "select count(*) from catalog.requirement where project_id = :project and reference <> :reference";
    private static final String DELETE =
            "delete from catalog.requirement where project_id = :project and reference = :reference";
    private static final String PUT = """
            insert into catalog.requirement (project_id, reference, url, title, impact)
            values (:project, :reference, :url, :title, :impact)
            on conflict (project_id, reference) do update
               set url = excluded.url, title = excluded.title, impact = excluded.impact
            """;

    private final JdbcClient jdbc;
    private final ProjectLock lock;

    RequirementStore(JdbcClient jdbc, ProjectLock lock) {
        this.jdbc = jdbc;
        this.lock = lock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Requirement> all(ProjectId project) {
        return jdbc.sql(ALL)
                .param("project", project.value())
                .query((row, number) -> new Requirement(
                        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, Integer.class)))
                .list();
    }

    @Override
    @Transactional
    public Requirement put(ProjectId project, Requirement requirement, Actor actor) {
        check(requirement);
        lock.hold(project);
        if (statement(COUNT, project, requirement.reference()).query(Long.class).single() >= MOST) {
            throw CatalogProblem.CATALOG_IS_FULL.because(
                    "The project has " + MOST + " requirements, the most it can hold.");
        }
        statement(PUT, project, requirement.reference())
                .param("url", requirement.url())
                .param("title", requirement.title())
                .param("impact", requirement.impact(), Types.SMALLINT)
                .update();
        return requirement;
    }

    @Override
    @Transactional
    public void delete(ProjectId project, String reference, Actor actor) {
        statement(DELETE, project, reference).update();
    }

    private JdbcClient.StatementSpec statement(String sql, ProjectId project, String reference) {
        return jdbc.sql(sql).param("project", project.value()).param("reference", reference);
    }

    private static void check(Requirement requirement) {
        new Faults()
                .require(!requirement.reference().isBlank(), "reference", "is empty", "Name it, such as PAY-12.")
                .text("reference", requirement.reference(), 120)
                .text("title", requirement.title(), 300)
                .text("url", requirement.url(), 2_000)
                .require(inRange(requirement.impact()), "impact", "is not between 1 and 5", "Leave it out if unsure.")
                .require(
                        requirement.url().isEmpty() || requirement.url().matches("https?://\\S+"),
                        "url",
                        "is no http or https address",
                        "Write it like https://tracker.example/PAY-12, or leave it out.")
                .refuse(CatalogProblem.REQUIREMENT_IS_INVALID, "requirement");
    }

    private static boolean inRange(@Nullable Integer impact) {
        return impact == null || (impact >= 1 && impact <= 5);
    }
}
