/** Services, what is known of them and what connects them. */
@NullMarked
package dev.interlock.web.services;

import org.jspecify.annotations.NullMarked;
