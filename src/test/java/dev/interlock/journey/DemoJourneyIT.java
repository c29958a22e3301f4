package dev.interlock.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty data directory to a failure explained and mended: the built jar, real pages, a real browser. */
class DemoJourneyIT {
    /** Notes in the page every number of finished items it shows; a reload would lose the notes. */
    private static final String WATCH = """
            () => {
                window.seen = [];
                const note = () => {
                    const line = document.querySelector('[data-live-words]')?.textContent ?? '';
                    const done = Number(line.split(' ')[0]);
                    if (line && window.seen.at(-1) !== done) window.seen.push(done);
                };
                note();
                new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
            }""";

    private final List<Response> streams = new CopyOnWriteArrayList<>();

    @TempDir
    Path empty;

    private Journey journey;

    @BeforeEach
    void open() {
        journey = Journey.from(empty);
        page().onResponse(response -> {
            if (response.url().contains("/events?")) {
                streams.add(response);
            }
        });
    }

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    void leadsFromTheFirstSignInToAFailureExplainedAndMended() {
        journey.signIn();
        journey.browser().check();
        journey.openDemo();
        lookAround();
        planForAMinute();
        journey.start("one-minute");
        watchToTheEnd();
        assertThat(problems()).as("something is broken from the start").isPositive();
        assertThat(words("#run-problems")).contains("shipping");
        assertThat(words("#run-gate")).contains("must-run tests failed");

        journey.fault("payment", "BAD_GATEWAY");
        startWhereTheFaultIs();
        watchToTheEnd();
        var failed = page().url();
        explain();
        journey.fault("payment", "");
        journey.fault("shipping", "");
        mend(failed);
        lookBack();
        askWhatMayBeReleased(failed.substring(failed.lastIndexOf('/') + 1));
    }

    private void lookAround() {
        journey.browser().check();
        for (var name :
                List.of("map", "readiness", "risk", "services", "environments", "tests", "suites", "schedules")) {
            journey.browser().visit("/p/shop/" + name);
        }
        assertThat(page().locator("h1").innerText()).isEqualTo("Schedules");
        journey.browser().visit("/p/shop/paths");
        page().locator("[data-rows] th a").first().click();
        page().waitForURL("**/paths/*");
        journey.browser().check();
        assertThat(page().locator(".formula").innerText()).contains("= 20 × likelihood");
        assertThat(page().locator("main .factor").count()).isGreaterThan(2);
    }

    /** The page of the faults is in the side bar, and starts a run that meets them. */
    private void startWhereTheFaultIs() {
        journey.browser().visit("/p/shop");
        page().locator(".side a[data-nav=demo]").click();
        page().waitForURL("**/p/shop/demo");
        assertThat(page().locator(".side [aria-current=page]").innerText()).isEqualTo("Faults");
        journey.startFromHere();
    }

    private void planForAMinute() {
        journey.browser().visit("/p/shop/plans/new");
        var whole = chosen();
        page().getByLabel("Time budget in minutes").fill("1");
        page().getByLabel("Time budget in minutes").press("Tab");
        page().waitForURL("**budget=1**", new Page.WaitForURLOptions().setTimeout(120_000));
        journey.browser().check();
        assertThat(chosen()).isPositive().isLessThan(whole);
        assertThat(page().locator("#results output").innerText()).contains("of risk planned");
        keepsThePlanWhenTheServerFails();
        page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("One minute");
        journey.press("Save plan");
        page().waitForURL("**/plans/one-minute");
        journey.browser().check();
        assertThat(page().getByLabel("Time budget in minutes").inputValue()).isEqualTo("1");
    }

    private void keepsThePlanWhenTheServerFails() {
        var before = chosen();
        page().route("**/plans/new?*", call -> call.fulfill(new Route.FulfillOptions().setStatus(503)));
        journey.browser().failing(() -> {
            page().getByLabel("Time budget in minutes").fill("2");
            page().getByLabel("Time budget in minutes").press("Tab");
            page().getByRole(AriaRole.ALERT).waitFor();
        });
        assertThat(page().getByRole(AriaRole.ALERT).innerText()).contains("answered 503", "before your last change");
        assertThat(chosen()).isEqualTo(before);

        page().unroute("**/plans/new?*");
        journey.press("Ask again");
        page().waitForURL("**budget=2**");
        assertThat(page().getByRole(AriaRole.ALERT).count()).isZero();
        page().getByLabel("Time budget in minutes").fill("1");
        page().waitForURL("**budget=1**");
        page().waitForLoadState(LoadState.NETWORKIDLE);
    }

    private int chosen() {
        return page().locator("#results [data-rows] tr").count();
    }

    /** The page moves by its own stream: the notes of the start are still there at the end. */
    private void watchToTheEnd() {
        page().evaluate(WATCH);
        journey.awaitEnd();
        assertThat(streams).isNotEmpty();
        assertThat(streams.getLast().headerValue("content-type")).startsWith("text/event-stream");
        var seen = (List<?>) page().evaluate("() => window.seen ?? []");
        assertThat(seen).as("numbers of finished items the page showed").hasSizeGreaterThan(1);
        assertThat(words("#run-tabs"))
                .contains(
                        "Results " + page().locator("#run-items [data-rows] tr").count());
        assertThat(page().locator("#live-pill").innerText()).isEqualTo("Finished");
        assertThat(page().title()).contains(" · RUN-").doesNotContain("done");
        journey.browser().check();
        var live = essence();
        page().reload();
        assertThat(essence())
                .as("the page as it grew and as it is rendered fresh")
                .isEqualTo(live);
        journey.browser().check();
    }

    private List<String> essence() {
        return List.of(
                words("#run-summary"),
                words("#run-problems"),
                words("#run-gate"),
                words("#run-versions"),
                words("#run-tabs"),
                words("#run-items"));
    }

    private String words(String part) {
        return page().locator(part).textContent().replaceAll("\\s+", " ").strip();
    }

    private int problems() {
        return page().locator("#run-problems .causes li").count();
    }

    private void explain() {
        assertThat(problems()).isGreaterThan(1);
        assertThat(words("#run-problems")).contains("payment").contains("New");
        page().locator("#run-problems h3 a").first().click();
        page().waitForURL("**/problems/*");
        journey.browser().check();
        page().goBack();
        page().waitForURL("**/runs/RUN-*");
        page().locator("#run-tabs").getByText("Results").click();
        page().waitForURL("**/results");
        journey.browser().check();
        page().locator("tr:has(.error-line:has-text('502')) th a").first().click();
        page().waitForURL("**/items/*");
        journey.browser().check();
        readTheStep();
    }

    private void readTheStep() {
        assertThat(page().locator("#failure").innerText()).contains("502");
        assertThat(page().locator(".steps [aria-current=step] .failed").count()).isEqualTo(1);
        assertThat(page().locator(".diff .got").first().innerText()).contains("502");
        assertThat(page().locator(".status-code").innerText()).isEqualTo("502");
        page().getByText("curl", new Page.GetByTextOptions().setExact(true)).click();
        var curl = page().locator("#curl").innerText();
        assertThat(curl).startsWith("curl ").contains("http://127.0.0.1:");
        page().getByText("Copy as curl").click();
        page().getByText("Copied", new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor();
        assertThat(page().evaluate("() => navigator.clipboard.readText()")).isEqualTo(curl);
        journey.browser().check();
    }

    private void mend(String failed) {
        page().navigate(failed);
        page().locator("#run-actions button[data-key=r]").click();
        page().waitForURL(url -> url.contains("/runs/RUN-") && !url.equals(failed));
        journey.awaitEnd();
        assertThat(problems()).isZero();
        assertThat(page().title()).startsWith("✓ passed");
        journey.browser().check();
    }

    private void lookBack() {
        journey.browser().visit("/p/shop/runs");
        var all = page().locator("[data-rows] tr").count();
        page().getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Fail").setExact(true))
                .click();
        page().waitForURL("**q=**");
        journey.browser().check();
        var failing = page().locator("[data-rows] tr").count();
        assertThat(failing).isPositive().isLessThan(all);
        var address = page().url();
        page().navigate(address);
        assertThat(page().locator("[data-rows] tr").count())
                .as("the address holds the view")
                .isEqualTo(failing);
        journey.browser().visit("/p/shop/problems");
        journey.browser().visit("/p/shop/flaky");
    }

    private void askWhatMayBeReleased(String run) {
        journey.browser().visit("/p/shop/gate");
        var set = page().getByLabel("Versions, one service a line");
        assertThat(set.inputValue()).as("what is deployed").contains("payment ");
        set.fill("payment");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask"))
                .click();
        assertThat(page().getByRole(AriaRole.ALERT).innerText()).contains("write payment 2.4.1");
        journey.browser().check();
        journey.browser().visit("/p/shop/compare?head=" + run);
        assertThat(page().locator("main").innerText()).contains("Baseline of demo");
    }

    private Page page() {
        return journey.page();
    }
}
