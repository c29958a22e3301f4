package dev.interlock.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.interlock.start.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A newcomer with systems nobody here wrote: documents of others, served by a mock server of others, from an empty data
 * directory to a verdict, and to a broken contract found. Needs {@code npm ci --prefix src/test/peer} once.
 */
@Tag("peer")
class OwnSystemJourneyIT {
    private static final Path DOCUMENTS = Path.of("src/test/fixtures/openapi");
    private static final Path REALWORLD = DOCUMENTS.resolve("realworld--openapi.yml");
    private static final Path UBER = DOCUMENTS.resolve("learn.openapis.org--uber.json");
    private static final Pattern SETUP = Pattern.compile("first administrator within \\d+ minutes: (\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double PATIENCE_MILLIS = 120_000;
    private static final int MOST_CLICKS = 10;

    @TempDir
    Path empty;

    private Started service;
    private PageChecks browser;
    private CountedClicks clicks;

    @BeforeAll
    static void needPrism() {
        assumeTrue(MockServer.installed(), "Prism is not installed: run \"npm ci --prefix src/test/peer\" first.");
    }

    @BeforeEach
    void open() {
        service = Started.with(empty, Map.of(), "--server.port=0");
        var address = service.address();
        browser = PageChecks.on(address.substring(0, address.length() - 1));
        clicks = new CountedClicks(page());
    }

    @AfterEach
    void close() {
        browser.close();
        service.close();
    }

    @Test
    void leadsFromADocumentAndAnAddressToAVerdictAndToABrokenContract() throws IOException {
        var realworld = MockServer.of(REALWORLD);
        try (var uber = MockServer.of(UBER)) {
            signIn();
            beginProject();
            clicks.link("Import an OpenAPI document");
            page().getByLabel("or paste it").fill(Files.readString(REALWORLD));
            fromImportToVerdict(realworld);
            assertThat(passed()).isPositive();

            clicks.link("Services");
            clicks.link("Import OpenAPI");
            clicks.file("Choose a file", UBER);
            fromImportToVerdict(uber);
            assertThat(passed()).isPositive();

            realworld = realworld.replacedBy(withNumbersForTags());
            findTheBreak();
        } finally {
            realworld.close();
        }
    }

    private void signIn() {
        await().atMost(PATIENCE).until(() -> SETUP.matcher(service.printed()).find());
        var link = SETUP.matcher(service.printed());
        assertThat(link.find()).isTrue();
        browser.visit(link.group(1));
        page().getByLabel("Your name").fill("Ana");
        page().getByLabel("E-mail").fill("ana@conduit.example");
        page().getByLabel("Password").fill("four green bicycles");
        clicks.button("Create and sign in");
        page().waitForURL("**/welcome");
        browser.check();
    }

    private void beginProject() {
        page().getByLabel("Name of the project").fill("Conduit");
        clicks.button("Begin a project");
        page().waitForURL("**/p/conduit");
        browser.check();
    }

    /** The document is chosen; now looks, imports, drafts, says where, opens the address, runs. */
    private void fromImportToVerdict(MockServer server) {
        browser.check();
        clicks.button("Preview");
        page().locator("#preview-title").waitFor();
        browser.check();
        clicks.button("Import");
        page().waitForURL("**/interfaces");
        browser.check();
        clicks.button("Draft tests");
        page().waitForURL("**/tests");
        browser.check();
        page().getByLabel("Base address").fill(server.address());
        clicks.button("Save and check");
        assertThatTheRuleIsNamed();
        clicks.button("Open 127.0.0.1/32, port " + server.port() + ", for Test");
        page().getByText("Answered", new Page.GetByTextOptions().setExact(true)).waitFor();
        browser.check();
        runReadyTests();
        assertThat(clicks.taken()).isBetween(1, MOST_CLICKS);
    }

    private void assertThatTheRuleIsNamed() {
        var refusal = page().getByText("The address was refused");
        refusal.waitFor();
        assertThat(refusal.innerText()).contains("LOOPBACK");
        browser.check();
    }

    private void runReadyTests() {
        clicks.button("ready test");
        page().waitForURL("**/runs/RUN-*");
        page().getByText("Re-run all").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        browser.check();
    }

    private int passed() {
        return page().locator("#run-items [data-rows] tr")
                .filter(new Locator.FilterOptions().setHasText("Passed"))
                .count();
    }

    /** The same document, but what it promised as words it serves as numbers. */
    private Path withNumbersForTags() throws IOException {
        var promised = """
                              tags:
                                type: array
                                items:
                                  type: string
                """;
        var document = Files.readString(REALWORLD);
        assertThat(document).containsOnlyOnce(promised);
        var broken = document.replace(promised, promised.replace("string", "integer"));
        return Files.writeString(empty.resolve("broken.yml"), broken);
    }

    private void findTheBreak() {
        page().navigate("/p/conduit/services/realworld-conduit-api/tests");
        runReadyTests();
        assertThat(page().locator("#run-problems .causes li").count()).isPositive();
        assertThat(page().locator("#run-problems").innerText()).contains("Contract");
        page().locator("tr:has(.error-line)")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("tags", Pattern.CASE_INSENSITIVE)))
                .locator("th a")
                .first()
                .click();
        page().waitForURL("**/items/*");
        browser.check();
        assertThat(page().locator("main").innerText())
                .contains("Cause: Contract")
                .containsPattern("tags[/.\\[]0");
    }

    private Page page() {
        return browser.page();
    }
}
