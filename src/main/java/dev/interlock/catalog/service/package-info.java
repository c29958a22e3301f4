/** Services, their interfaces, versions and deployments. */
@NullMarked
package dev.interlock.catalog.service;

import org.jspecify.annotations.NullMarked;
