/** Services, integrations and teams out of descriptions of deployments: compose files, manifests, catalogs. */
@NullMarked
package dev.interlock.ingest.landscape;

import org.jspecify.annotations.NullMarked;
