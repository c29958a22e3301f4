package dev.interlock.arazzo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Operations of a small shop, and an interface that promises an id in every JSON answer. */
final class TestOperations implements OperationIndex {
    private final List<CalledOperation> operations = new ArrayList<>();

    static TestOperations shop() {
        var shop = new TestOperations();
        shop.add("createOrder", "POST", "/orders", List.of("application/json"));
        shop.add("getOrder", "GET", "/orders/{orderId}", List.of(), DeclaredParameter.plain("orderId", "path", true));
        shop.add(
                "cancelOrder",
                "DELETE",
                "/orders/{orderId}",
                List.of(),
                DeclaredParameter.plain("orderId", "path", true));
        shop.add(
                "search",
                "GET",
                "/search",
                List.of(),
                DeclaredParameter.plain("tags", "query", false),
                new DeclaredParameter("joined", "query", false, "form", false, false, false),
                new DeclaredParameter("deep", "query", false, "deepObject", true, false, false));
        shop.add("token", "POST", "/token", List.of("application/x-www-form-urlencoded"));
        return shop;
    }

    private void add(String id, String method, String path, List<String> types, DeclaredParameter... parameters) {
        operations.add(new CalledOperation(Optional.of(id), method, path, List.of(parameters), types, false, ""));
    }

    @Override
    public Optional<CalledOperation> byId(String operationId) {
        return operations.stream()
                .filter(each -> each.operationId().equals(Optional.of(operationId)))
                .findFirst();
    }

    @Override
    public Optional<CalledOperation> byPointer(String pointer) {
        return operations.stream()
                .filter(each -> pointer.equals("/paths/" + each.path().replace("/", "~1") + "/"
                        + each.method().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    public List<String> operationIds() {
        return operations.stream().flatMap(each -> each.operationId().stream()).toList();
    }

    @Override
    public List<ContractBreak> check(CalledOperation operation, HttpCall call, HttpAnswer answer) {
        return answer.bodyText().contains("broken")
                ? List.of(new ContractBreak("$.id", "expected an integer, found \"broken\"", "", true))
                : List.of();
    }
}
