package dev.interlock.arazzo;

import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How one activation of a workflow ended. */
record WorkflowEnd(
        Verdict verdict,
        String sentence,
        Optional<FailureCause> cause,
        Optional<StepPlace> decisive,
        ObjectNode outputs,
        Optional<Exchange> last) {

    static WorkflowEnd broken(FailureCause cause, String sentence) {
        return new WorkflowEnd(
                Verdict.BROKEN,
                sentence,
                Optional.of(cause),
                Optional.empty(),
                JsonNodeFactory.instance.objectNode(),
                Optional.empty());
    }

    boolean passed() {
        return verdict == Verdict.PASSED;
    }
}
