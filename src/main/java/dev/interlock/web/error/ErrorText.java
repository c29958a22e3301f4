package dev.interlock.web.error;

import dev.interlock.platform.Finding;
import java.util.List;

/**
 * What an error page says.
 *
 * @param detail what happened
 * @param next what to do now
 */
record ErrorText(int status, String detail, String next, List<Finding> findings) {

    /** What a person can do who lacks a role. */
    static final String ASK_FOR_ROLE = "Ask an administrator for it; the page Members names those of the project.";

    /** The usual words for a status. */
    static ErrorText of(int status) {
        return switch (status) {
            case 400 ->
                new ErrorText(400, "This address or form has a value that cannot be read.", "Go back and try again.");
            case 403 ->
                new ErrorText(
                        403,
                        "This form has expired, or it was sent by another site.",
                        "Reload the page and send it again.");
            case 404 -> new ErrorText(404, "There is nothing at this address.", "Check it, or start at Home.");
            case 405 ->
                new ErrorText(405, "This address does not take what was sent.", "Go back and use the form there.");
            case 413 -> new ErrorText(413, "The upload is larger than this form takes.", "Send less at a time.");
            default ->
                status >= 500
                        ? new ErrorText(
                                status,
                                "Something went wrong on our side.",
                                "Try again; if it stays, tell an administrator the id below.")
                        : new ErrorText(status, "This request was refused.", "Go back and try again.");
        };
    }

    ErrorText(int status, String detail, String next) {
        this(status, detail, next, List.of());
    }

    /** The title of the page. */
    public String title() {
        return switch (status) {
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 412, 428, 409 -> "Changed meanwhile";
            default -> status >= 500 ? "Failed" : "Refused";
        };
    }
}
