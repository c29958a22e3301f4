package dev.interlock.api.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Completes what was read from the endpoints: names, groups, successes, problem answers, the project in the address. */
@Component
class ContractCustomizer implements GlobalOpenApiCustomizer {
    private static final String PROJECT = "{project}";

    private static final Parameter PROJECT_KEY = new Parameter()
            .name("project")
            .in("path")
            .required(true)
            .description("Key of the project.")
            .schema(new StringSchema());
    private static final Parameter REPEATABLE = new Parameter()
            .name("Idempotency-Key")
            .in("header")
            .required(false)
            .description("The same key with the same request is answered as the first time, for 24 hours.")
            .schema(new StringSchema().maxLength(255));

    private final CallTable table = CallTable.read();

    @Override
    public void customise(OpenAPI contract) {
        ProblemAnswers.declare(contract);
        contract.setTags(
                table.groups().stream().map(name -> new Tag().name(name)).toList());
        var sorted = new TreeMap<>(contract.getPaths());
        contract.getPaths().clear();
        contract.getPaths().putAll(new LinkedHashMap<>(sorted));
        contract.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> complete(method.name(), path, operation)));
        contract.getPaths().values().forEach(VersionTags::declare);
        RequiredParts.mark(contract);
    }

    private void complete(String method, String path, Operation operation) {
        operation.setParameters(withCommon(method, path, operation.getParameters()));
        table.find(method + " " + path)
                .ifPresentOrElse(call -> describe(operation, call), () -> nameAfter(operation, method, path));
        ProblemAnswers.add(method, path, operation);
    }

    private static List<Parameter> withCommon(String method, String path, @Nullable List<Parameter> said) {
        var all = new ArrayList<Parameter>();
        if (path.contains(PROJECT)) {
            all.add(PROJECT_KEY);
        }
        for (var parameter : Objects.requireNonNullElse(said, List.<Parameter>of())) {
            if (!parameter.getName().equals(REPEATABLE.getName())) {
                all.add(parameter);
            }
        }
        if (method.equals("POST")) {
            all.add(REPEATABLE);
        }
        return all;
    }

    private static void describe(Operation operation, CallTable.Call call) {
        operation.setOperationId(call.name());
        operation.setSummary(call.summary() + ".");
        operation.setTags(List.of(call.group()));
        Bodies.describe(operation, call);
    }

    /** A call that is not in the table yet still has a name of its own. */
    private static void nameAfter(Operation operation, String method, String path) {
        operation.setOperationId(method.toLowerCase(Locale.ROOT) + path.replaceAll("[^A-Za-z0-9]+", "_"));
    }
}
