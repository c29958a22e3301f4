/** Services, versions, deployments, interfaces, integrations, paths, environments, requirements and readiness. Owns schema catalog. */
@ApplicationModule(allowedDependencies = {"platform", "openapi", "outbound", "security"})
@NullMarked
package dev.interlock.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
