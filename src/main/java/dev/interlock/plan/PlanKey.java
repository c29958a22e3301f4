package dev.interlock.plan;

import dev.interlock.platform.Keys;

/** Key of a test plan. */
public record PlanKey(String value) {
    public PlanKey {
        Keys.require("plan", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
