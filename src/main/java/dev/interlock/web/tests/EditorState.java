package dev.interlock.web.tests;

import org.jspecify.annotations.Nullable;

/**
 * The form of the editor between two presses.
 *
 * @param text the document, not kept yet
 * @param step the step shown, from 0
 * @param service whose operations are offered, or empty
 * @param environment where steps are tried, or empty
 * @param recorded the answer of the last try, null without one
 * @param tried the last try, null when this press was none
 */
record EditorState(
        String text,
        int step,
        String service,
        String environment,
        @Nullable Recorded recorded,
        @Nullable Tried tried) {

    static EditorState of(String text, int step) {
        return new EditorState(text, step, "", "", null, null);
    }

    EditorState text(String other) {
        return new EditorState(other, step, service, environment, recorded, tried);
    }

    EditorState step(int other) {
        return new EditorState(text, Math.max(0, other), service, environment, recorded, tried);
    }

    EditorState tried(Tried done, String stepId) {
        return new EditorState(text, step, service, environment, done.recorded(step, stepId), done);
    }
}
