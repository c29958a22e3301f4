package dev.interlock.schedule.trigger;

import java.time.Duration;

/** Is told that a trigger heard something. */
interface Wake {
    /** Has triggers looked at when this debounce is over, counted from the end of the transaction. */
    void after(Duration debounce);
}
