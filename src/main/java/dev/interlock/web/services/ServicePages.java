package dev.interlock.web.services;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.testcase.DraftedTest;
import dev.interlock.testcase.TestCases;
import dev.interlock.web.shell.Crumb;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One service, tab by tab. */
@Controller
class ServicePages {
    private final Services services;
    private final ServiceFacts facts;
    private final TestCases tests;
    private final ServiceLaunch launch;

    ServicePages(Services services, ServiceFacts facts, TestCases tests, ServiceLaunch launch) {
        this.services = services;
        this.facts = facts;
        this.tests = tests;
        this.launch = launch;
    }

    @GetMapping("/p/{project}/services/{service}")
    @Allow(Role.VIEWER)
    String overview(Access access, @PathVariable("service") String key, Model model) {
        var service = show(access, key, "overview", model);
        model.addAttribute("integrations", facts.integrations(access.project(), service.key()));
        model.addAttribute("paths", facts.paths(access.project(), service.key()));
        model.addAttribute("deployed", facts.deployed(access.project(), service.key()));
        model.addAttribute("versions", facts.versions(access.project(), service.key()));
        return "services/overview";
    }

    @GetMapping("/p/{project}/services/{service}/interfaces")
    @Allow(Role.VIEWER)
    String interfaces(Access access, @PathVariable("service") String key, Model model) {
        var service = show(access, key, "interfaces", model);
        model.addAttribute("operations", facts.operations(access.project(), service.key()));
        return "services/interfaces";
    }

    @GetMapping("/p/{project}/services/{service}/paths")
    @Allow(Role.VIEWER)
    String paths(Access access, @PathVariable("service") String key, Model model) {
        var service = show(access, key, "paths", model);
        model.addAttribute("paths", facts.paths(access.project(), service.key()));
        return "services/paths";
    }

    @GetMapping("/p/{project}/services/{service}/tests")
    @Allow(Role.VIEWER)
    String tests(Access access, @PathVariable("service") String key, Model model) {
        var service = show(access, key, "tests", model);
        var rows = facts.tests(access.project(), service.key());
        model.addAttribute("tests", rows);
        launch.show(access.project(), service.key(), rows, model);
        return "services/tests";
    }

    @GetMapping("/p/{project}/services/{service}/versions")
    @Allow(Role.VIEWER)
    String versions(Access access, @PathVariable("service") String key, Model model) {
        var service = show(access, key, "versions", model);
        model.addAttribute("versions", facts.versions(access.project(), service.key()));
        model.addAttribute("deployed", facts.deployed(access.project(), service.key()));
        return "services/versions";
    }

    @PostMapping("/p/{project}/services/{service}/draft-tests")
    @Allow(Role.TESTER)
    String draftTests(Access access, @PathVariable("service") String key, RedirectAttributes flash) {
        var drafted = tests.draft(access.project(), ServiceKey.of(key), access.actor());
        flash.addFlashAttribute("notice", words(drafted));
        return "redirect:/p/" + access.projectKey() + "/services/" + key + "/tests";
    }

    /** "12 tests were drafted: 7 can run at once, 5 need something filled in." */
    static String words(List<DraftedTest> drafted) {
        var fresh = drafted.stream().filter(test -> !test.existed()).count();
        var runnable = drafted.stream().filter(DraftedTest::runnable).count();
        return fresh + (fresh == 1 ? " test was" : " tests were") + " drafted, " + (drafted.size() - fresh)
                + " were there already: " + runnable + " can run at once, " + (drafted.size() - runnable)
                + " need something filled in.";
    }

    private Service show(Access access, String key, String tab, Model model) {
        var service = services.find(access.project(), ServiceKey.of(key))
                .orElseThrow(() -> CatalogProblem.SERVICE_IS_UNKNOWN.because("There is no service \"" + key + "\"."));
        var base = "/p/" + access.projectKey();
        model.addAttribute("access", access);
        model.addAttribute("base", base);
        model.addAttribute("service", service);
        model.addAttribute("tab", tab);
        model.addAttribute(
                "revision", facts.revision(access.project(), service.key()).orElse(null));
        model.addAttribute("crumbs", List.of(new Crumb("Services", base + "/services")));
        return service;
    }
}
