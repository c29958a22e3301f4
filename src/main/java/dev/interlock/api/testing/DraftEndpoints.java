package dev.interlock.api.testing;

import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Finding;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.testcase.DraftedTest;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.TestCases;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafts test cases. */
@RestController
@RequestMapping("/api/v1/projects/{project}/test-cases/draft")
class DraftEndpoints {
    private final TestCases cases;

    DraftEndpoints(TestCases cases) {
        this.cases = cases;
    }

    /** What to draft from: one of both. */
    record Wanted(@Nullable String service, @Nullable String path) {}

    /** What was drafted, in order. */
    record Drafted(List<DraftShown> items) {}

    /**
     * One drafted test.
     *
     * @param toFillIn what a person has to look at before it can run
     * @param identities security schemes its calls ask for
     * @param existed whether it was there and was left alone
     */
    record DraftShown(
            String key,
            String name,
            String state,
            boolean runnable,
            List<String> covers,
            List<String> toFillIn,
            List<String> identities,
            boolean existed,
            List<Finding> findings) {
        static DraftShown of(DraftedTest drafted) {
            var test = drafted.test();
            return new DraftShown(
                    test.key().value(),
                    test.name(),
                    test.state().name(),
                    drafted.runnable(),
                    test.covers().stream().map(Object::toString).toList(),
                    drafted.toFillIn(),
                    drafted.identityNeeded(),
                    drafted.existed(),
                    test.findings());
        }
    }

    @PostMapping
    @Allow(Role.TESTER)
    Drafted draft(@RequestBody Wanted wanted, Access access) {
        return new Drafted(drafted(wanted, access).stream().map(DraftShown::of).toList());
    }

    private List<DraftedTest> drafted(Wanted wanted, Access access) {
        var service = wanted.service();
        var path = wanted.path();
        if (service != null && path == null) {
            return cases.draft(access.project(), new ServiceKey(service), access.actor());
        }
        if (path != null && service == null) {
            return cases.draft(access.project(), new PathKey(path), access.actor());
        }
        throw TestCaseProblem.TEST_CASE_IS_REFUSED.because(
                "The request has to name either a service or a path.",
                List.of(Finding.error(
                        "service", "Neither or both are named.", "Send {\"service\": key} or {\"path\": key}.")));
    }
}
