package dev.interlock.testcase;

import java.util.List;

/**
 * A step as the form of the editor shows and changes it; values are texts as a person types them, and a text that reads
 * as a number, a word of JSON, an object or a list stands for that.
 *
 * @param stepId id of the step
 * @param target what it calls: source and operation, or a pointer as the document says it
 * @param description text for people, or empty
 * @param parameters values of the request
 * @param contentType media type of the body, or empty
 * @param body the body, JSON where it is structured; empty when nothing is sent
 * @param criteria what has to hold of the answer
 * @param outputs values kept for later steps
 * @param elsewhere names of fields the form does not show; they stay as they are
 */
public record EditedStep(
        String stepId,
        String target,
        String description,
        List<Value> parameters,
        String contentType,
        String body,
        List<Check> criteria,
        List<Output> outputs,
        List<String> elsewhere) {

    /** The same with these criteria. */
    public EditedStep checking(List<Check> checks) {
        return new EditedStep(stepId, target, description, parameters, contentType, body, checks, outputs, elsewhere);
    }

    /** The same keeping these values. */
    public EditedStep keeping(List<Output> kept) {
        return new EditedStep(stepId, target, description, parameters, contentType, body, criteria, kept, elsewhere);
    }

    /**
     * A value of the request.
     *
     * @param at place in the list of the document, -1 for a new one
     * @param in query, header, path, cookie or querystring; empty for inputs of a workflow
     */
    public record Value(int at, String name, String in, String value) {}

    /**
     * A criterion.
     *
     * @param at place in the list of the document, -1 for a new one
     * @param condition what has to hold; empty takes the criterion away
     * @param type simple, regex, jsonpath or xpath; empty for simple
     * @param context what a regex, jsonpath or xpath looks at, such as {@code $response.body}
     */
    public record Check(int at, String condition, String type, String context) {}

    /** A value kept under a name; an empty expression takes it away. */
    public record Output(String name, String expression) {}
}
