/** The picture of services and integrations. */
@NullMarked
package dev.interlock.web.map;

import org.jspecify.annotations.NullMarked;
