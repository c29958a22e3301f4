package dev.interlock.arazzo.tree;

/** A text is neither JSON nor YAML we accept. */
public final class UnreadableText extends Exception {
    private final transient Position place;

    UnreadableText(Position place, String problem) {
        super(problem);
        this.place = place;
    }

    /** Where. */
    public Position place() {
        return place;
    }

    /** What is wrong there. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
