package dev.interlock.schedule;

/** What a trigger listens to; schedules are the triggers of the clock. */
public enum TriggerEvent {
    VERSION_READY("a version passed its unit tests"),
    DEPLOYED("a service was deployed"),
    INTERFACE_CHANGED("an interface changed"),
    INTEGRATION_READY("an integration became ready"),
    RUN_FINISHED("a run ended"),
    WEBHOOK("a signed webhook came in");

    private final String words;

    TriggerEvent(String words) {
        this.words = words;
    }

    /** The event as the end of "when ...". */
    public String words() {
        return words;
    }

    /** Whether its news name services, so that what changed can be planned. */
    public boolean namesServices() {
        return this != RUN_FINISHED;
    }
}
