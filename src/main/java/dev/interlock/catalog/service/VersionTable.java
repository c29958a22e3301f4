package dev.interlock.catalog.service;

import dev.interlock.catalog.DeployedVersion;
import dev.interlock.catalog.DeploymentReport;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceVersion;
import dev.interlock.catalog.UnitTests;
import dev.interlock.catalog.VersionReport;
import dev.interlock.platform.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of versions and deployments. */
@Component
class VersionTable {
    private static final String REPORT = """
            insert into catalog.service_version (project_id, service, version, commit_id, branch, unit_tests, reported_at)
            values (:project, :service, :version, :commit, :branch, :unitTests, :at)
            on conflict (project_id, service, version) do update
               set commit_id = case when excluded.commit_id = '' then service_version.commit_id else excluded.commit_id end,
                   branch = case when excluded.branch = '' then service_version.branch else excluded.branch end,
                   unit_tests = excluded.unit_tests,
                   reported_at = excluded.reported_at
            """;
    private static final String ADD_UNREPORTED = """
            insert into catalog.service_version (project_id, service, version, commit_id, branch, unit_tests, reported_at)
            values (:project, :service, :version, '', '', 'UNKNOWN', :at)
            on conflict do nothing
            """;
    private static final String OF_SERVICE = """
            select service, version, commit_id, branch, unit_tests, reported_at
              from catalog.service_version
             where project_id = :project and service = :service
             order by reported_at desc, id desc limit 200
            """;
    private static final String LATEST = """
            select distinct on (service) service, version, commit_id, branch, unit_tests, reported_at
              from catalog.service_version
             where project_id = :project
             order by service, reported_at desc, id desc
            """;
    private static final String LOG = """
            insert into catalog.deployment (project_id, service, environment, instance, version, share, state, at)
            values (:project, :service, :environment, :instance, :version, :share, :state, :at)
            """;
    private static final String NEWEST = """
            select max(since) from catalog.deployed
             where project_id = :project and environment = :environment and service = :service
               and (instance = :instance or :instance = '')
            """;
    private static final String ADD = """
            insert into catalog.deployed (project_id, environment, service, instance, version, share, since)
            values (:project, :environment, :service, :instance, :version, :share, :since)
            on conflict (project_id, environment, service, instance, version) do update
               set share = excluded.share, since = excluded.since
            """;
    private static final String CLEAR = """
            delete from catalog.deployed
             where project_id = :project and environment = :environment and service = :service
            """;
    private static final String CLEAR_INSTANCE = CLEAR + " and instance in (:instance, '')";
    private static final String CLEAR_VERSION =
            CLEAR + " and version = :version and (instance = :instance or :instance = '')";
    private static final String SHRINK = """
            update catalog.deployed set share = share * (1 - :share)
             where project_id = :project and environment = :environment and service = :service
               and version <> :version and instance = ''
            """;
    private static final String BEFORE = """
            select version from catalog.deployment
             where project_id = :project and environment = :environment and service = :service
               and state = 'FINISHED' and version <> :version
             order by at desc, id desc limit 1
            """;
    private static final String DEPLOYED = """
            select deployed.service, deployed.environment, deployed.version, coalesce(known.unit_tests, 'UNKNOWN'),
                   sum(case when deployed.instance = '' then deployed.share else 1 end)
                     / sum(sum(case when deployed.instance = '' then deployed.share else 1 end))
                         over (partition by deployed.environment, deployed.service),
                   count(*), max(deployed.since)
              from catalog.deployed
              left join catalog.service_version known
                on known.project_id = deployed.project_id and known.service = deployed.service
               and known.version = deployed.version
             where deployed.project_id = :project and (:environment = '' or deployed.environment = :environment)
             group by deployed.service, deployed.environment, deployed.version, known.unit_tests
             order by 1, 2, 5 desc, 7 desc
            """;

    private final JdbcClient jdbc;

    VersionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void report(ProjectId project, ServiceKey service, VersionReport report) {
        jdbc.sql(REPORT)
                .param("project", project.value())
                .param("service", service.value())
                .param("version", report.version())
                .param("commit", report.commit())
                .param("branch", report.branch())
                .param("unitTests", report.unitTests().name())
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<ServiceVersion> of(ProjectId project, ServiceKey service) {
        return jdbc.sql(OF_SERVICE)
                .param("project", project.value())
                .param("service", service.value())
                .query(VersionTable::version)
                .list();
    }

    List<ServiceVersion> latest(ProjectId project) {
        return jdbc.sql(LATEST)
                .param("project", project.value())
                .query(VersionTable::version)
                .list();
    }

    void log(ProjectId project, DeploymentReport report) {
        statement(ADD_UNREPORTED, project, report).update();
        statement(LOG, project, report)
                .param("share", report.share())
                .param("state", report.state().name())
                .update();
    }

    /** Whether something newer is already known to run there. */
    boolean isOutdated(ProjectId project, DeploymentReport report) {
        return statement(NEWEST, project, report)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .filter(newest -> newest.toInstant().isAfter(report.at()))
                .isPresent();
    }

    void finish(ProjectId project, DeploymentReport report) {
        if (!report.instance().isEmpty()) {
            statement(CLEAR_INSTANCE, project, report).update();
        } else if (report.share() >= 1) {
            statement(CLEAR, project, report).update();
        } else {
            statement(SHRINK, project, report).param("share", report.share()).update();
        }
        add(project, report, report.version(), report.share());
    }

    void rollBack(ProjectId project, DeploymentReport report) {
        statement(CLEAR_VERSION, project, report).update();
        var left = deployed(project, report.environment().value()).stream()
                .anyMatch(deployed -> deployed.service().equals(report.service()));
        if (!left) {
            statement(BEFORE, project, report)
                    .query(String.class)
                    .optional()
                    .ifPresent(version -> add(project, report, version, 1));
        }
    }

    private void add(ProjectId project, DeploymentReport report, String version, double share) {
        statement(ADD, project, report)
                .param("version", version)
                .param("share", share)
                .param("since", report.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What runs, largest share first within a service and environment; an empty environment means all. */
    List<DeployedVersion> deployed(ProjectId project, String environment) {
        return jdbc.sql(DEPLOYED)
                .param("project", project.value())
                .param("environment", environment)
                .query(VersionTable::deployed)
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, ProjectId project, DeploymentReport report) {
        return jdbc.sql(sql)
                .param("project", project.value())
                .param("service", report.service().value())
                .param("environment", report.environment().value())
                .param("instance", report.instance())
                .param("version", report.version())
                .param("at", report.at().atOffset(ZoneOffset.UTC));
    }

    private static ServiceVersion version(ResultSet row, int number) throws SQLException {
        return new ServiceVersion(
                ServiceKey.of(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                UnitTests.valueOf(row.getString(5)),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private static DeployedVersion deployed(ResultSet row, int number) throws SQLException {
        return new DeployedVersion(
                ServiceKey.of(row.getString(1)),
                EnvironmentKey.of(row.getString(2)),
                row.getString(3),
                UnitTests.valueOf(row.getString(4)),
                row.getDouble(5),
                row.getInt(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
