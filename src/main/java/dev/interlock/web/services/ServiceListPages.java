package dev.interlock.web.services;

import dev.interlock.catalog.ServiceKind;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.FilterQuery.Term;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.ListAddress;
import dev.interlock.web.shell.Rows;
import dev.interlock.web.shell.Show;
import dev.interlock.web.view.Facet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of services. */
@Controller
class ServiceListPages {
    private static final Set<String> FIELDS = Set.of("kind", "owner", "tag", "status", "criticality");
    private static final Map<String, Comparator<ServiceRow>> ORDERS = Map.of(
            "name", Comparator.comparing(row -> row.service().name(), String.CASE_INSENSITIVE_ORDER),
            "risk", Comparator.comparingDouble(ServiceRow::score),
            "criticality", Comparator.comparingInt(row -> row.service().criticality()),
            "paths", Comparator.comparingInt(row -> row.paths().size()));

    private final ServiceRows rows;

    ServiceListPages(ServiceRows rows) {
        this.rows = rows;
    }

    @GetMapping("/p/{project}/services")
    @Allow(Role.VIEWER)
    String list(
            Access access,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var address = ListAddress.of("/p/" + access.projectKey() + "/services", q, sort, "name");
        var filter = FilterQuery.parse(address.q(), FIELDS);
        var all = rows.all(access.project());
        var found = all.stream()
                .filter(row -> matches(filter, row))
                .sorted(order(address))
                .toList();
        model.addAttribute("access", access);
        model.addAttribute("list", address);
        model.addAttribute("unknown", filter.unknown());
        model.addAttribute("any", !all.isEmpty());
        model.addAttribute("rows", Rows.page(found, after, ServiceRow::key, address));
        model.addAttribute("facets", List.of(kinds(address, all)));
        return "services/list";
    }

    private static Comparator<ServiceRow> order(ListAddress address) {
        var order = ORDERS.getOrDefault(address.sortField(), Comparator.comparing(ServiceRow::key));
        return (address.descending() ? order.reversed() : order).thenComparing(ServiceRow::key);
    }

    private static Facet kinds(ListAddress address, List<ServiceRow> all) {
        var counts =
                all.stream().collect(Collectors.groupingBy(row -> row.service().kind(), Collectors.counting()));
        return new Facet(
                "Kind",
                Arrays.stream(ServiceKind.values())
                        .map(kind -> address.choice(
                                new Show().word(kind),
                                "kind",
                                kind.name().toLowerCase(Locale.ROOT),
                                counts.getOrDefault(kind, 0L)))
                        .toList());
    }

    private static boolean matches(FilterQuery filter, ServiceRow row) {
        return filter.terms().stream().allMatch(term -> holds(term, row) != term.negated())
                && filter.words().stream().allMatch(word -> says(row, word.toLowerCase(Locale.ROOT)));
    }

    private static boolean holds(Term term, ServiceRow row) {
        var service = row.service();
        var values = switch (term.field()) {
            case "kind" -> Stream.of(service.kind().name());
            case "owner" -> Stream.of(service.owner());
            case "tag" -> service.tags().stream();
            case "status" -> Stream.of(row.status().name());
            default -> Stream.of(String.valueOf(service.criticality()));
        };
        return values.anyMatch(value -> term.values().contains(value.toLowerCase(Locale.ROOT)));
    }

    private static boolean says(ServiceRow row, String word) {
        return Stream.of(row.key(), row.service().name(), row.service().description())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
    }
}
