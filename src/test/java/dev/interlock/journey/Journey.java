package dev.interlock.journey;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.interlock.start.Started;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** A newcomer with a browser: the built jar on an empty data directory, and what a person does on its pages. */
final class Journey implements AutoCloseable {
    private static final Pattern SETUP = Pattern.compile("first administrator within \\d+ minutes: (\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Started service;
    private final PageChecks browser;

    private Journey(Started service, PageChecks browser) {
        this.service = service;
        this.browser = browser;
    }

    /** Starts Interlock in an empty folder, on a port of its own, and a browser. */
    static Journey from(Path empty) {
        var service = Started.with(empty, Map.of(), "--server.port=0");
        try {
            var address = service.address();
            return new Journey(service, PageChecks.on(address.substring(0, address.length() - 1)));
        } catch (RuntimeException | AssertionError e) {
            service.close();
            throw e;
        }
    }

    PageChecks browser() {
        return browser;
    }

    Page page() {
        return browser.page();
    }

    /** Opens the link the start printed and creates the first administrator; ends on the welcome page. */
    void signIn() {
        visitSetup();
        page().getByLabel("Your name").fill("Ana");
        page().getByLabel("E-mail").fill("ana@shop.example");
        page().getByLabel("Password").fill("four green bicycles");
        press("Create and sign in");
        page().waitForURL("**/welcome");
    }

    /** The page behind the link the start printed. */
    void visitSetup() {
        browser.visit(setupLink());
    }

    private String setupLink() {
        await().atMost(PATIENCE).until(() -> SETUP.matcher(service.printed()).find());
        var link = SETUP.matcher(service.printed());
        link.find();
        return link.group(1);
    }

    void openDemo() {
        button("Open the demo shop").click(new Locator.ClickOptions().setTimeout((double) PATIENCE.toMillis()));
        page().waitForURL("**/p/shop", new Page.WaitForURLOptions().setTimeout((double) PATIENCE.toMillis()));
    }

    /** Switches a fault of the demo on; an empty name mends the service. */
    void fault(String service, String fault) {
        var row = browser.visit("/p/shop/demo")
                .page()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHas(page().locator("#fault-" + service)));
        row.locator("select").selectOption(fault);
        row.locator("button").click();
        row.getByText(fault.isEmpty() ? "Works" : "Faulty", new Locator.GetByTextOptions().setExact(true))
                .waitFor();
    }

    /** Starts a plan from its page; ends on the live page of the run. */
    void start(String plan) {
        browser.visit("/p/shop/plans/" + plan);
        startFromHere();
    }

    /** Starts what the page proposes; ends on the live page of the run. */
    void startFromHere() {
        page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start run"))
                .click();
        page().waitForURL("**/runs/new?**");
        browser.check();
        press("Start run");
        page().waitForURL("**/runs/RUN-*");
    }

    /** Waits until the page of a run says by itself that the run has ended. */
    void awaitEnd() {
        button("Re-run all").waitFor(new Locator.WaitForOptions().setTimeout((double) PATIENCE.toMillis()));
    }

    void press(String button) {
        button(button).click();
    }

    private Locator button(String name) {
        return page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    @Override
    public void close() {
        browser.close();
        service.close();
    }
}
