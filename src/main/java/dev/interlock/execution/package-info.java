/**
 * Runs, items, leases, nodes, manual verdicts and gate verdicts. Owns schema execution. Publishes {@link
 * dev.interlock.execution.RunAccepted} and {@link dev.interlock.execution.RunFinished}. The way of a run: {@code book} takes the request and expands it, {@code queue}
 * leases its items to nodes and stores what came of them, {@code carry} carries one item out.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "openapi",
            "arazzo",
            "outbound",
            "security",
            "catalog",
            "testcase",
            "plan",
            "history",
            "risk",
            "stub"
        })
@NullMarked
package dev.interlock.execution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
