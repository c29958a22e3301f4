/** What triggers hear, when they fire, and webhooks from outside. */
@NullMarked
package dev.interlock.schedule.trigger;

import org.jspecify.annotations.NullMarked;
