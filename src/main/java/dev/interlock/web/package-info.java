/** The pages. */
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
            "demo",
            "api"
        })
@NullMarked
package dev.interlock.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
