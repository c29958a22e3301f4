package dev.interlock.schedule.trigger;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.IntegrationReadiness;
import dev.interlock.catalog.Readiness;
import dev.interlock.catalog.ReadinessState;
import dev.interlock.platform.ProjectId;
import dev.interlock.schedule.TriggerEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds integrations that became ready: news of versions only note where to look, the look itself comes after. */
@Component
class ReadyLook {
    private static final String NOTE = """
            insert into schedule.ready_look (project_id, environment)
            select :project, :environment
             where exists (select 1 from schedule.trigger
                            where project_id = :project and event = 'INTEGRATION_READY' and enabled)
            on conflict do nothing
            """;

    private static final String TAKE = """
            delete from schedule.ready_look
             where (project_id, environment) in (
                   select project_id, environment from schedule.ready_look limit 20 for update skip locked)
            returning project_id, environment
            """;

    private static final String KNOWN = """
            select consumer || ' -> ' || provider from schedule.ready_integration
             where project_id = :project and environment = :environment
            """;

    private static final String ADD = """
            insert into schedule.ready_integration (project_id, environment, consumer, provider)
            values (:project, :environment, :consumer, :provider)
            on conflict do nothing
            """;

    private record Place(ProjectId project, EnvironmentKey environment) {}

    private final JdbcClient jdbc;
    private final Readiness readiness;
    private final Environments environments;
    private final Ear ear;

    ReadyLook(JdbcClient jdbc, Readiness readiness, Environments environments, Ear ear) {
        this.jdbc = jdbc;
        this.readiness = readiness;
        this.environments = environments;
        this.ear = ear;
    }

    void everywhere(ProjectId project) {
        environments
                .all(project)
                .forEach(environment -> at(project, environment.key().value()));
    }

    void at(ProjectId project, String environment) {
        jdbc.sql(NOTE)
                .param("project", project.value())
                .param("environment", environment)
                .update();
    }

    /** Takes what is ready now as known, so that only what becomes ready later is news. */
    void learn(ProjectId project) {
        environments.all(project).forEach(environment -> {
            var place = new Place(project, environment.key());
            ready(place).forEach(integration -> add(place, integration));
        });
    }

    /** Looks where something changed; within the caller's transaction. */
    void lookAround() {
        jdbc.sql(TAKE)
                .query((row, n) -> new Place(
                        new ProjectId(row.getLong("project_id")), new EnvironmentKey(row.getString("environment"))))
                .list()
                .forEach(this::look);
    }

    private void look(Place place) {
        var known = known(place);
        var ready = ready(place);
        ready.stream().filter(one -> !known.contains(name(one))).forEach(one -> {
            add(place, one);
            tell(place, one);
        });
        var names = new HashSet<>(ready.stream().map(ReadyLook::name).toList());
        known.stream().filter(name -> !names.contains(name)).forEach(name -> remove(place, name));
    }

    private void tell(Place place, IntegrationReadiness one) {
        var cause = name(one) + " became ready in " + place.environment();
        ear.hear(
                place.project(),
                News.of(TriggerEvent.INTEGRATION_READY, cause)
                        .about(one.provider().value(), "")
                        .in(place.environment().value()));
    }

    private List<IntegrationReadiness> ready(Place place) {
        return readiness.board(place.project(), place.environment(), Map.of()).integrations().stream()
                .filter(one -> one.state() == ReadinessState.READY)
                .toList();
    }

    private Set<String> known(Place place) {
        return new HashSet<>(jdbc.sql(KNOWN)
                .param("project", place.project().value())
                .param("environment", place.environment().value())
                .query(String.class)
                .list());
    }

    private void add(Place place, IntegrationReadiness one) {
        jdbc.sql(ADD)
                .param("project", place.project().value())
                .param("environment", place.environment().value())
                .param("consumer", one.consumer().value())
                .param("provider", one.provider().value())
                .update();
    }

    private void remove(Place place, String name) {
        jdbc.sql("""
                delete from schedule.ready_integration
                 where project_id = :project and environment = :environment and consumer || ' -> ' || provider = :name
                """)
                .param("project", place.project().value())
                .param("environment", place.environment().value())
                .param("name", name)
                .update();
    }

    private static String name(IntegrationReadiness one) {
        return one.consumer() + " -> " + one.provider();
    }
}
