/** Readers of what was made elsewhere: reports and documents. Owns schema ingest. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "openapi",
            "arazzo",
            "outbound",
            "security",
            "catalog",
            "testcase",
            "history",
            "risk",
            "plan",
            "execution",
            "schedule"
        })
@NullMarked
package dev.interlock.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
