/** Services, interfaces, versions, integrations, paths, environments and readiness as JSON. */
@NullMarked
package dev.interlock.api.catalog;

import org.jspecify.annotations.NullMarked;
