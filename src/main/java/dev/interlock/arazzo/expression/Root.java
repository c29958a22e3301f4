package dev.interlock.arazzo.expression;

/** What an expression starts from. */
public enum Root {
    URL,
    METHOD,
    STATUS_CODE,
    SELF,
    REQUEST_HEADER,
    REQUEST_QUERY,
    REQUEST_PATH,
    REQUEST_BODY,
    RESPONSE_HEADER,
    RESPONSE_QUERY,
    RESPONSE_PATH,
    RESPONSE_BODY,
    MESSAGE,
    INPUTS,
    OUTPUTS,
    STEP_OUTPUTS,
    WORKFLOW_INPUTS,
    WORKFLOW_OUTPUTS,
    SOURCE,
    COMPONENT;

    /** Whether it is only known once there is an answer or a request. */
    public boolean ofExchange() {
        return switch (this) {
            case SELF, INPUTS, OUTPUTS, STEP_OUTPUTS, WORKFLOW_INPUTS, WORKFLOW_OUTPUTS, SOURCE, COMPONENT -> false;
            default -> true;
        };
    }
}
