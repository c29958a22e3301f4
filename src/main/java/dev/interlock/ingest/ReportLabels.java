package dev.interlock.ingest;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.Purpose;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sender says about a report.
 *
 * @param service the service whose build was tested, null when it is not one
 * @param version the version of that service, or empty
 * @param purpose null to follow from the branch: MAIN for main, master and none, else CHANGE
 * @param unitTests whether the report is that of the service's unit tests and decides their verdict
 * @param ignoreParameters whether cases that differ in their parameters only are one test
 * @param versions versions of further services that were running
 * @param idempotencyKey a repeated key answers the run that was stored first, null for none
 */
public record ReportLabels(
        @Nullable ServiceKey service,
        String version,
        String commit,
        String branch,
        @Nullable EnvironmentKey environment,
        @Nullable Purpose purpose,
        String note,
        boolean unitTests,
        boolean ignoreParameters,
        Map<ServiceKey, String> versions,
        @Nullable String idempotencyKey) {

    /** Copies the map. */
    public ReportLabels {
        versions = Map.copyOf(versions);
    }

    /** Nothing is said. */
    public static ReportLabels none() {
        return new ReportLabels(null, "", "", "", null, null, "", false, false, Map.of(), null);
    }

    /** The purpose given, or the one the branch suggests. */
    public Purpose purposeOrDefault() {
        if (purpose != null) {
            return purpose;
        }
        return branch.isEmpty() || branch.equals("main") || branch.equals("master") ? Purpose.MAIN : Purpose.CHANGE;
    }
}
