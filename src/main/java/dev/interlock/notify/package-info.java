/**
 * Tells people: the state of runs and new problems, by signed webhook, Slack, mail, commit status and comment. Owns schema
 * notify. The way of a message: {@code news} notes what happened in the transaction that made it happen, and afterwards
 * asks who is to be told; {@code send} sends it and notes what became of it; {@code channel} keeps where people are told, and
 * {@code book} lets them say so.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "outbound", "security", "catalog", "testcase", "plan", "history", "execution"
        })
@NullMarked
package dev.interlock.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
