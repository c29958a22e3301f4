package dev.interlock.web.tests;

import dev.interlock.history.TestHistory;
import dev.interlock.history.TestRecord;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.TestQuery;
import dev.interlock.testcase.TestState;
import dev.interlock.web.shell.ListAddress;
import dev.interlock.web.shell.Rows;
import dev.interlock.web.shell.Show;
import dev.interlock.web.view.Facet;
import dev.interlock.web.view.Status;
import dev.interlock.web.view.Strip;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of test cases. */
@Controller
class TestListPages {
    private final TestCases tests;
    private final TestHistory history;

    TestListPages(TestCases tests, TestHistory history) {
        this.tests = tests;
        this.history = history;
    }

    /** A test case with its last results. */
    record Row(TestCase test, @Nullable TestRecord record) {
        private static final int CELLS = 10;

        String key() {
            return test.key().value();
        }

        /** What keeps it from running, else its last result. */
        public Status status() {
            if (test.state() != TestState.READY) {
                return Status.named(test.state());
            }
            return record == null ? Status.NONE : Status.named(record.last());
        }

        /** Its last ten results. */
        public Strip strip() {
            return Strip.of(
                    record == null
                            ? List.of()
                            : record.strip().stream().map(Status::named).toList(),
                    CELLS);
        }
    }

    @GetMapping("/p/{project}/tests")
    @Allow(Role.VIEWER)
    String list(
            Access access,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var address = ListAddress.of("/p/" + access.projectKey() + "/tests", q, null, "key");
        var query = TestQuery.parse(address.q());
        var all = tests.all(access.project());
        var records = history.latest(access.project());
        var found = all.stream()
                .filter(query::matches)
                .map(test -> new Row(test, records.get(test.key().value())))
                .toList();
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("list", address);
        model.addAttribute("unknown", query.unknown());
        model.addAttribute("any", !all.isEmpty());
        model.addAttribute("rows", Rows.page(found, after, Row::key, address));
        model.addAttribute("facets", facets(address, all));
        return "tests/list";
    }

    private static List<Facet> facets(ListAddress address, List<TestCase> all) {
        return List.of(
                new Facet(
                        "State",
                        Arrays.stream(TestState.values())
                                .map(state -> choice(address, "state", state, all, test -> test.state() == state))
                                .toList()),
                new Facet(
                        "Kind",
                        Arrays.stream(TestKind.values())
                                .map(kind -> choice(address, "kind", kind, all, test -> test.kind() == kind))
                                .toList()));
    }

    private static Facet.Choice choice(
            ListAddress address, String field, Enum<?> value, List<TestCase> all, Predicate<TestCase> has) {
        var count = all.stream().filter(has).count();
        return address.choice(new Show().word(value), field, value.name().toLowerCase(Locale.ROOT), count);
    }
}
