package dev.interlock.catalog.service;

import static dev.interlock.catalog.TestCatalog.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.catalog.CatalogTest;
import dev.interlock.catalog.DeployedVersion;
import dev.interlock.catalog.DeploymentReport;
import dev.interlock.catalog.DeploymentState;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.TestCatalog;
import dev.interlock.catalog.UnitTests;
import dev.interlock.catalog.VersionReport;
import dev.interlock.catalog.Versions;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CatalogTest
class VersionStoreIT {
    private static final ServiceKey ORDERS = ServiceKey.of("orders");
    private static final EnvironmentKey STAGING = EnvironmentKey.of("staging");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Autowired
    Versions versions;

    private final ProjectId project = TestCatalog.newProject();

    @Test
    void keepsTheNewestVerdictOfAVersion() {
        report("1.0", UnitTests.FAILED, 0);
        report("1.0", UnitTests.PASSED, 1);
        report("1.1", UnitTests.UNKNOWN, 2);

        assertThat(versions.of(project, ORDERS))
                .extracting(version -> version.version() + " " + version.unitTests())
                .containsExactly("1.1 UNKNOWN", "1.0 PASSED");
    }

    @Test
    void knowsWhatIsDeployedNow() {
        report("1.0", UnitTests.PASSED, 0);
        deploy("1.0", DeploymentState.FINISHED, 1, "", 1);
        deploy("1.1", DeploymentState.STARTED, 1, "", 2);

        assertThat(versions.deployed(project, STAGING)).containsEntry(ORDERS, "1.0");

        deploy("1.1", DeploymentState.FINISHED, 1, "", 3);

        assertThat(versions.deployed(project, STAGING)).containsEntry(ORDERS, "1.1");
        assertThat(versions.matrix(project)).hasSize(1);
    }

    @Test
    void returnsToTheVersionBeforeWhenOneIsRolledBack() {
        deploy("1.0", DeploymentState.FINISHED, 1, "", 1);
        deploy("1.1", DeploymentState.FINISHED, 1, "", 2);

        deploy("1.1", DeploymentState.ROLLED_BACK, 1, "", 3);

        assertThat(versions.deployed(project, STAGING)).containsEntry(ORDERS, "1.0");
    }

    @Test
    void tellsSharesAndInstancesApart() {
        deploy("1.0", DeploymentState.FINISHED, 1, "", 1);
        deploy("1.1", DeploymentState.FINISHED, 0.2, "", 2);

        assertThat(versions.deployed(project, STAGING)).containsEntry(ORDERS, "1.0");
        assertThat(versions.matrix(project))
                .extracting(DeployedVersion::share)
                .satisfiesExactly(
                        share -> assertThat(share).isCloseTo(0.8, Offset.offset(1e-9)),
                        share -> assertThat(share).isCloseTo(0.2, Offset.offset(1e-9)));

        deploy("1.1", DeploymentState.FINISHED, 1, "pod-1", 3);
        deploy("1.1", DeploymentState.FINISHED, 1, "pod-2", 4);

        assertThat(versions.deployed(project, STAGING)).containsEntry(ORDERS, "1.1");
        assertThat(versions.matrix(project))
                .singleElement()
                .satisfies(deployed -> assertThat(deployed.instances()).isEqualTo(2));
    }

    @Test
    void aLateReportDoesNotTurnBackTime() {
        deploy("1.1", DeploymentState.FINISHED, 1, "", 5);
        deploy("1.0", DeploymentState.FINISHED, 1, "", 1);

        assertThat(versions.deployed(project, STAGING)).containsEntry(ORDERS, "1.1");
    }

    @Test
    void refusesAShareOfNothing() {
        assertThatThrownBy(() -> deploy("1.0", DeploymentState.FINISHED, 0, "", 1))
                .isInstanceOf(Problem.class);
    }

    private void report(String version, UnitTests verdict, int minute) {
        versions.report(project, ORDERS, new VersionReport(version, "abc", "main", verdict, at(minute)), ANA);
    }

    private void deploy(String version, DeploymentState state, double share, String instance, int minute) {
        versions.deploy(
                project, new DeploymentReport(ORDERS, version, STAGING, instance, share, state, at(minute)), ANA);
    }

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }
}
