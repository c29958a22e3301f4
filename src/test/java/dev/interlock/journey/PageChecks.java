package dev.interlock.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import dev.interlock.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real browser that holds every page it shows to the same rules: no accessibility violation in light or dark, no
 * error in the console (a broken content security policy is one), no sideways scrolling of the page.
 */
public final class PageChecks implements AutoCloseable {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** What reaches beyond the right edge, when the page scrolls sideways. */
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= window.innerWidth ? [] :
                [...document.querySelectorAll('body *')]
                    .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1)
                    .slice(0, 5).map(one => one.outerHTML.slice(0, 120))""";

    private static final Path PICTURES = Path.of("target/pictures");

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private PageChecks(Playwright playwright, Browser browser, String address) {
        this.playwright = playwright;
        this.browser = browser;
        this.address = address;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("en-GB")
                .setPermissions(List.of("clipboard-read", "clipboard-write"))
                .setViewportSize(1280, 800));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add("console: " + message.text() + " at " + page.url());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error + " at " + page.url()));
    }

    /** Does what makes the page complain, as a person meets a server that fails; complaints of it do not count. */
    public void failing(Runnable steps) {
        var before = List.copyOf(complaints);
        steps.run();
        complaints.clear();
        complaints.addAll(before);
    }

    /** Opens a browser on the service at this address, such as {@code http://localhost:4711}. */
    public static PageChecks on(String address) {
        var chromium = Tools.chromium();
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment(chromium.isPresent())));
        var options = new BrowserType.LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        chromium.ifPresent(options::setExecutablePath);
        return new PageChecks(playwright, launch(playwright, options), address);
    }

    /** Without a Chromium of the system Playwright fetches its own. */
    private static Map<String, String> environment(boolean found) {
        return found
                ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1")
                : Map.of();
    }

    private static Browser launch(Playwright playwright, BrowserType.LaunchOptions options) {
        try {
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            playwright.close();
            throw new IllegalStateException(
                    "A Chromium is needed for the tests in a browser, and none could be found, installed or started. "
                            + "Install one (on Debian: apt-get install chromium) and run again.",
                    e);
        }
    }

    /** The page, for what a journey does on it. */
    public Page page() {
        return page;
    }

    /** A client of the service without the browser's cookies. */
    APIRequestContext requests(APIRequest.NewContextOptions options) {
        return playwright.request().newContext(options.setBaseURL(address));
    }

    /** Goes to an address below the service and holds the page to the rules in both themes. */
    public PageChecks visit(String path) {
        page.navigate(path);
        return check();
    }

    private Object tooWideAt(int width) {
        page.setViewportSize(width, 800);
        return page.evaluate(TOO_WIDE);
    }

    /** Holds the page as it is now to the rules in both themes. */
    public PageChecks check() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            emulate(scheme);
            assertThat(violations())
                    .as("accessibility of %s, %s", page.url(), scheme)
                    .isEmpty();
        }
        var tooWide = tooWideAt(400);
        assertThat(tooWideAt(1280)).as("%s fits 1280 px", page.url()).isEqualTo(List.of());
        assertThat(tooWide).as("%s fits 400 px", page.url()).isEqualTo(List.of());
        assertThat(complaints).isEmpty();
        return this;
    }

    /** Forgets complaints, for a step that provokes one on purpose. */
    public void forgive() {
        complaints.clear();
    }

    /** Saves pictures of the page under target/pictures: wide in light and dark, and narrow. */
    public PageChecks picture(String name) {
        shoot(name + "-light", ColorScheme.LIGHT, 1280);
        shoot(name + "-dark", ColorScheme.DARK, 1280);
        shoot(name + "-narrow", ColorScheme.LIGHT, 400);
        page.setViewportSize(1280, 800);
        return this;
    }

    /** Saves what a window of this width shows of the page. */
    void shoot(Path file, boolean dark, int width) {
        emulate(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
        page.setViewportSize(width, 800);
        page.mouse().move(0, 0);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        page.setViewportSize(1280, 800);
    }

    private void shoot(String name, ColorScheme scheme, int width) {
        emulate(scheme);
        page.setViewportSize(width, 800);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private void emulate(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private List<String> violations() {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(PageChecks::words)
                        .toList();
    }

    private static String words(Rule rule) {
        var nodes = rule.getNodes().stream()
                .limit(5)
                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                .toList();
        return rule.getId() + ": " + rule.getHelp() + " " + nodes;
    }

    @Override
    public void close() {
        context.close();
        browser.close();
        playwright.close();
    }
}
