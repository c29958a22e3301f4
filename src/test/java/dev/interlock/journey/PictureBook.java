package dev.interlock.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of docs/pictures anew: every page with the demo open, held to the rules of {@link PageChecks} on the
 * way. Not part of a build; run it with {@code mvn package -DskipTests && mvn test -Dtest=PictureBook}.
 */
class PictureBook {
    private static final Path FOLDER = Path.of("docs/pictures");

    /** The pages of the main job: in the dark and on a telephone too. */
    private static final Set<String> MAIN = Set.of("home", "map", "risk", "path", "plan", "run", "item", "runs");

    private static final String PROJECT = "/p/shop";

    private static final Map<String, String> OUTSIDE = Map.of(
            "account", "/account",
            "preferences", "/preferences",
            "projects", "/projects",
            "project-new", "/projects/new",
            "users", "/admin/users",
            "reference", "/reference",
            "reference-call", "/reference/requestRun");

    @TempDir
    Path empty;

    private final List<String> faults = new ArrayList<>();
    private Journey journey;

    @BeforeEach
    void open() {
        journey = Journey.from(empty);
    }

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    void showsEveryPage() throws IOException {
        journey.visitSetup();
        take("setup");
        journey.signIn();
        take("welcome");
        journey.openDemo();
        pages().forEach((name, address) -> {
            visit(PROJECT + address);
            take(name);
        });
        runs();
        outside();

        try (var pictures = Files.list(FOLDER)) {
            assertThat(pictures.count()).isGreaterThan(pages().size());
        }
        assertThat(faults).isEmpty();
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "");
        pages.put("map", "/map");
        pages.put("map-result", "/map?colour=result");
        pages.put("paths", "/paths");
        pages.put("path", "/paths/follow-parcel");
        pages.put("path-new", "/paths/new?services=gateway+orders");
        pages.put("path-edit", "/paths/follow-parcel/edit");
        pages.put("proposals", "/paths/proposals");
        pages.put("risk", "/risk");
        pages.put("rate", "/risk/rate");
        pages.put("calibration", "/risk/calibration");
        pages.put("requirements", "/requirements");
        pages.put("services", "/services");
        pages.put("service", "/services/payment");
        pages.put("service-interfaces", "/services/payment/interfaces");
        pages.put("service-versions", "/services/payment/versions");
        pages.put("service-changes", "/services/payment/changes");
        pages.put("service-paths", "/services/payment/paths");
        pages.put("service-tests", "/services/payment/tests");
        pages.put("service-edit", "/services/payment/edit");
        pages.put("service-new", "/services/new");
        pages.put("integrations", "/integrations");
        pages.put("environments", "/environments");
        pages.put("environment", "/environments/demo");
        pages.put("environment-access", "/environments/demo/access");
        pages.put("environment-settings", "/environments/demo/settings");
        pages.put("environment-variables", "/environments/demo/variables");
        pages.put("environment-new", "/environments/new");
        pages.put("environment-secrets", "/environments/demo/secrets");
        pages.put("environment-stubs", "/environments/demo/stubs");
        pages.put("readiness", "/readiness");
        pages.put("order", "/readiness/order");
        pages.put("plan-builder", "/plans/new?budget=1");
        pages.put("plan", "/plans/nightly");
        pages.put("plans", "/plans");
        pages.put("gate", "/gate");
        pages.put("problems", "/problems");
        pages.put("flaky", "/flaky");
        pages.put("schedules", "/schedules");
        pages.put("schedule", "/schedules/every-night");
        pages.put("schedule-new", "/schedules/new");
        pages.put("triggers", "/triggers");
        pages.put("channels", "/channels");
        pages.put("channel-new", "/channels/new");
        pages.put("trigger", "/triggers/on-deploy");
        pages.put("tests", "/tests");
        pages.put("test", "/tests/checkout-charges-card");
        pages.put("test-editor", "/tests/checkout-charges-card/edit");
        pages.put("test-form", "/tests/checkout-charges-card/edit?view=form");
        pages.put("suites", "/suites");
        pages.put("suite", "/suites/regression");
        pages.put("results-upload", "/results/new");
        pages.put("results-links", "/results/links");
        pages.put("import", "/services/import");
        pages.put("tokens", "/tokens");
        pages.put("members", "/members");
        pages.put("teams", "/teams");
        pages.put("audit", "/audit");
        pages.put("settings", "/settings");
        pages.put("retention", "/settings/retention");
        return pages;
    }

    private void runs() {
        journey.fault("payment", "BAD_GATEWAY");
        take("demo");
        journey.start("nightly");
        page().locator("#run-items tr").first().waitFor();
        shoot("run-live", false, false);
        journey.awaitEnd();
        take("run");
        var run = page().url();
        page().locator("#run-problems h3 a").first().click();
        page().waitForURL("**/problems/*");
        take("problem");
        page().navigate(run + "/results");
        take("results");
        page().locator("tr:has(.error-line) th a").first().click();
        page().waitForURL("**/items/*");
        take("item");
        visit(PROJECT + "/compare?head=" + run.substring(run.lastIndexOf('/') + 1));
        take("compare");
        visit(PROJECT + "/runs/new?plan=nightly");
        take("run-new");
        visit(PROJECT + "/runs");
        take("runs");
    }

    private void outside() {
        OUTSIDE.forEach((name, address) -> {
            visit(address);
            take(name);
        });
        page().context().clearCookies();
        visit("/sign-in");
        take("sign-in");
    }

    /** One page that breaks a rule does not keep the others from their picture. */
    private void visit(String address) {
        try {
            journey.browser().visit(address);
        } catch (AssertionError e) {
            faults.add(address + ": " + e.getMessage());
            journey.browser().forgive();
        }
    }

    private void take(String name) {
        shoot(name, false, false);
        if (MAIN.contains(name)) {
            shoot(name, true, false);
            shoot(name, false, true);
        }
    }

    private void shoot(String name, boolean dark, boolean narrow) {
        var file = FOLDER.resolve(name + (narrow ? "-narrow" : dark ? "-dark" : "-light") + ".png");
        journey.browser().shoot(file, dark, narrow ? 390 : 1280);
    }

    private Page page() {
        return journey.page();
    }
}
