package dev.interlock.arazzo;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one try came to.
 *
 * @param unsent whether nothing was sent, so that trying again or going elsewhere is pointless
 */
record Attempted(
        Verdict verdict,
        String sentence,
        Optional<FailureCause> cause,
        Optional<Exchange> exchange,
        List<CriterionResult> criteria,
        List<ContractBreak> contract,
        ObjectNode outputs,
        RunScope scope,
        boolean unsent) {

    static Attempted broken(FailureCause cause, String sentence, RunScope scope, boolean unsent) {
        return new Attempted(
                Verdict.BROKEN,
                sentence,
                Optional.of(cause),
                scope.exchange(),
                List.of(),
                List.of(),
                Exchange.JSON.createObjectNode(),
                scope,
                unsent);
    }

    boolean passed() {
        return verdict == Verdict.PASSED;
    }
}
