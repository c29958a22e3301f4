/** The JSON contract. */
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
            "stub",
            "plan",
            "execution",
            "schedule",
            "notify",
            "ingest",
            "demo"
        })
@NullMarked
package dev.interlock.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
