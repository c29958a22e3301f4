/** Runs, items, leases, nodes, manual verdicts and gate verdicts. Owns schema execution. */
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
            "history"
        })
@NullMarked
package dev.interlock.execution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
