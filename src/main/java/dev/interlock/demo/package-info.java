/** The demo shop and its seed, through the modules' offered types. Owns schema demo. */
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
            "schedule",
            "ingest"
        })
@NullMarked
package dev.interlock.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
