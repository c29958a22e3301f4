package dev.interlock.web.view;

import java.util.Locale;

/**
 * What a chip, a mark or a cell can say: shape, word and colour together.
 *
 * <p>Constants carry the names of the outcomes, run states, verdicts, verifications and readiness states of other
 * modules, so that {@link #named} finds the look of any of them.
 */
public enum Status {
    PASSED("passed", "s-passed", "Passed"),
    FAILED("failed", "s-failed", "Failed"),
    BROKEN("broken", "s-broken", "Broken"),
    BLOCKED("blocked", "s-blocked", "Blocked"),
    FLAKY("flaky", "s-flaky", "Flaky"),
    SKIPPED("skipped", "s-skipped", "Skipped"),
    CANCELLED("cancelled", "s-cancelled", "Cancelled"),
    RUNNING("running", "s-running", "Running"),
    QUEUED("queued", "s-queued", "Queued"),
    FINISHED("passed", "s-passed", "Finished"),
    PASS("passed", "s-passed", "Gate passed"),
    FAIL("failed", "s-failed", "Gate failed"),
    INCOMPLETE("broken", "s-broken", "Gate incomplete"),
    VERIFIED("passed", "s-passed", "Verified"),
    STALE("flaky", "clock", "Stale"),
    FAILING("failed", "s-failed", "Failing"),
    UNTESTED("queued", "s-queued", "Untested"),
    READY("ready", "s-passed", "Ready"),
    PARTLY("partly", "s-partly", "Partly ready"),
    NOT_READY("not-ready", "s-failed", "Not ready"),
    UNKNOWN("unknown", "s-unknown", "Unknown"),
    DRAFT("running", "edit", "Draft"),
    INVALID("broken", "s-broken", "Invalid"),
    NONE("queued", "s-queued", "No result yet");

    private final String css;
    private final String icon;
    private final String word;

    Status(String css, String icon, String word) {
        this.css = css;
        this.icon = icon;
        this.word = word;
    }

    /** The status named like this constant of any module; {@link #UNKNOWN} for a name without a look. */
    public static Status named(Object constant) {
        try {
            return valueOf(constant.toString().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return UNKNOWN;
        }
    }

    /** Class that sets the colours. */
    public String css() {
        return css;
    }

    /** Name of the shape in the sprite. */
    public String icon() {
        return icon;
    }

    /** The word beside the shape. */
    public String word() {
        return word;
    }

    /** Class that fills a part of a bar with this status' colour and pattern. */
    public String fill() {
        return "f-"
                + switch (this) {
                    case STALE -> "stale";
                    case UNTESTED -> "untested";
                    default -> css;
                };
    }
}
