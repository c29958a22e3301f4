package dev.interlock.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @TempDir
    Path empty;

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
            journey.browser().visit(PROJECT + address);
            take(name);
        });
        runs();
        outside();

        try (var pictures = Files.list(FOLDER)) {
            assertThat(pictures.count()).isGreaterThan(pages().size());
        }
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "");
        pages.put("map", "/map");
        pages.put("paths", "/paths");
        pages.put("path", "/paths/follow-parcel");
        pages.put("path-new", "/paths/new?services=gateway+orders");
        pages.put("proposals", "/paths/proposals");
        pages.put("risk", "/risk");
        pages.put("rate", "/risk/rate");
        pages.put("services", "/services");
        pages.put("service", "/services/payment");
        pages.put("service-interfaces", "/services/payment/interfaces");
        pages.put("service-versions", "/services/payment/versions");
        pages.put("integrations", "/integrations");
        pages.put("environments", "/environments");
        pages.put("environment", "/environments/demo");
        pages.put("environment-access", "/environments/demo/access");
        pages.put("environment-secrets", "/environments/demo/secrets");
        pages.put("readiness", "/readiness");
        pages.put("plan-builder", "/plans/new?budget=1");
        pages.put("plan", "/plans/nightly");
        pages.put("problems", "/problems");
        pages.put("flaky", "/flaky");
        pages.put("schedules", "/schedules");
        pages.put("schedule", "/schedules/every-night");
        pages.put("tests", "/tests");
        pages.put("test", "/tests/checkout-charges-card");
        pages.put("test-editor", "/tests/checkout-charges-card/edit");
        pages.put("suites", "/suites");
        pages.put("import", "/services/import");
        pages.put("tokens", "/tokens");
        pages.put("members", "/members");
        pages.put("teams", "/teams");
        pages.put("audit", "/audit");
        pages.put("settings", "/settings");
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
        journey.browser().visit(PROJECT + "/runs/new?plan=nightly");
        take("run-new");
        journey.browser().visit(PROJECT + "/runs");
        take("runs");
    }

    private void outside() {
        for (var name : List.of("account", "preferences", "projects")) {
            journey.browser().visit("/" + name);
            take(name);
        }
        page().context().clearCookies();
        journey.browser().visit("/sign-in");
        take("sign-in");
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
