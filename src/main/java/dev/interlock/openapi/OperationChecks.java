package dev.interlock.openapi;

import dev.interlock.platform.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Notes what is odd about operations. */
final class OperationChecks {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]+)}");
    private static final int MAX_FINDINGS = 200;

    private OperationChecks() {}

    static void report(List<Operation> operations, List<Finding> findings) {
        var firstWithId = new HashMap<String, String>();
        for (var operation : operations) {
            operation.operationId().ifPresent(id -> repeatedId(id, operation, firstWithId, findings));
            if (findings.size() < MAX_FINDINGS) {
                undeclaredVariables(operation, findings);
                noResponses(operation, findings);
            }
        }
    }

    private static void repeatedId(
            String id, Operation operation, Map<String, String> firstWithId, List<Finding> findings) {
        var first = firstWithId.putIfAbsent(id, operation.key());
        if (first != null) {
            findings.add(Findings.warning(
                    operation.pointer() + "/operationId",
                    "The operationId '%s' is also used by %s.".formatted(id, first),
                    "Give each operation its own id; until then it is known by method and path."));
        }
    }

    private static void undeclaredVariables(Operation operation, List<Finding> findings) {
        var declared = new HashSet<String>();
        operation.parametersIn("path").forEach(parameter -> declared.add(parameter.name()));
        var matcher = VARIABLE.matcher(operation.requestPath());
        while (matcher.find()) {
            if (declared.add(matcher.group(1))) {
                findings.add(Findings.warning(
                        operation.pointer(),
                        "The path variable {%s} of %s is not declared.".formatted(matcher.group(1), operation.key()),
                        "Declare it as a parameter in path."));
            }
        }
    }

    private static void noResponses(Operation operation, List<Finding> findings) {
        if (operation.responses().isEmpty()) {
            findings.add(Findings.warning(
                    operation.pointer() + "/responses",
                    "%s describes no response.".formatted(operation.key()),
                    "Describe its responses; until then answers cannot be checked."));
        }
    }
}
