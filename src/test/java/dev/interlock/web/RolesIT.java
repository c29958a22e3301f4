package dev.interlock.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.security.Invitations;
import dev.interlock.security.NewPerson;
import dev.interlock.security.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What members meet who may not do everything. */
class RolesIT extends InABrowser {
    private static final List<String> PAGES = List.of(
            "",
            "/map",
            "/services",
            "/services/orders",
            "/services/orders/tests",
            "/paths",
            "/paths/checkout",
            "/paths/proposals",
            "/integrations",
            "/requirements",
            "/readiness",
            "/readiness/order",
            "/risk",
            "/tests",
            "/tests/test-1",
            "/suites",
            "/plans",
            "/plans/new",
            "/runs",
            "/problems",
            "/flaky",
            "/schedules",
            "/triggers",
            "/environments",
            "/environments/staging",
            "/environments/staging/access",
            "/environments/staging/secrets",
            "/import",
            "/members",
            "/channels");

    @Autowired
    Invitations invitations;

    @ParameterizedTest
    @EnumSource(names = {"VIEWER", "TESTER", "MANAGER"})
    void noPageOffersAMemberWhatIsRefused(Role role) {
        shop();
        signInAs(role);
        var refused = new TreeSet<String>();
        for (var name : PAGES) {
            page().navigate(base + name);
            assertThat(page().title()).as(name).doesNotStartWith("Not");
            links().stream().filter(this::isRefused).forEach(link -> refused.add(name + " links to " + link));
            forms().stream().filter(this::isPostRefused).forEach(form -> refused.add(name + " posts to " + form));
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void whoOpensAPageOfAHigherRoleIsToldWhomToAsk() {
        signInAs(Role.VIEWER);
        browser.failing(() -> page().navigate(base + "/tokens"));

        assertThat(page().locator("main").innerText())
                .contains("This needs the role admin", "you are viewer", "Ask an administrator for it")
                .doesNotContain("token with the scope");
        browser.forgive();
        browser.check();
    }

    @Test
    void aManagerSendsALinkToAskAndTheAdministratorOpensWhatItSays() throws IOException {
        shop();
        var orders = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        orders.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        orders.start();
        try {
            var link = linkToAsk(orders.getAddress().getPort());
            assertThat(link).startsWith("http://localhost:").contains("/environments/staging/access?cidr=127.0.0.1/32");
            page().context().clearCookies();
            signIn();
            page().navigate(link);
            browser.check();
            press("Open range");
            page().getByText("127.0.0.1/32 is open for this environment now.").waitFor();
            assertThat(page().locator("main").innerText()).contains("1 of 1 target answered");
            page().navigate(base + "/audit");
            assertThat(page().locator("main table").innerText()).contains("127.0.0.1/32");
            assertThat(environments
                            .find(project, new EnvironmentKey("staging"))
                            .orElseThrow()
                            .openings())
                    .hasSize(1);
        } finally {
            orders.stop(0);
        }
    }

    @Test
    void oneClickOpensARefusedAddressForTheAdministratorAndIsAudited() {
        shop();
        saveAddress("http://127.0.0.1:9");
        page().locator("main form")
                .getByRole(AriaRole.BUTTON)
                .getByText("Open 127.0.0.1/32, port 9")
                .click();
        page().getByText("127.0.0.1/32 is open for this environment now.").waitFor();
        assertThat(page().locator(".note-box.warn").first().innerText()).contains("0 of 1 target answered");
        browser.check();
        page().navigate(base + "/audit");
        assertThat(page().locator("main table").innerText()).contains("127.0.0.1/32", "Ana");
    }

    @Test
    void anAddressWithoutItsSchemeIsToldSoAndKept() {
        shop();
        browser.visit(base + "/environments/staging");
        browser.failing(() -> {
            typeAddress("orders.test:8080");
            page().getByRole(AriaRole.ALERT).waitFor();
        });

        assertThat(page().getByRole(AriaRole.ALERT).innerText()).contains("lacks http:// or https:// in front");
        assertThat(page().locator("li:has(a[href$='/services/orders']) [name=baseUrl]")
                        .inputValue())
                .isEqualTo("orders.test:8080");
        browser.check();
    }

    private String linkToAsk(int port) {
        signInAs(Role.MANAGER);
        saveAddress("http://127.0.0.1:" + port);
        assertThat(page().locator("form[action$='/openings']").count()).isZero();
        press("Copy link to ask");
        page().getByText("Copied", new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor();
        return (String) page().evaluate("() => navigator.clipboard.readText()");
    }

    private void saveAddress(String address) {
        browser.visit(base + "/environments/staging");
        typeAddress(address);
        page().getByText("The address was refused").waitFor();
        browser.check();
    }

    private void typeAddress(String address) {
        var line = page().locator("li:has(a[href$='/services/orders'])");
        if (!line.locator("details").first().evaluate("one => one.open").equals(true)) {
            line.locator("summary").click();
        }
        line.locator("[name=baseUrl]").fill(address);
        line.locator("form button.btn").last().click();
    }

    private void signInAs(Role role) {
        var email = UUID.randomUUID() + "@example.org";
        var made = invitations.invite(project, role, Duration.ofDays(1), TEST);
        invitations.accept(made.secret(), new NewPerson("Vic", email, PASSWORD));
        page().context().clearCookies();
        signIn(email);
    }

    private List<String> links() {
        return texts("""
                () => [...document.querySelectorAll('main a[href^="/p/"], nav.side a')]
                    .map(one => one.getAttribute('href').split('#')[0])
                    .filter(one => !one.includes('/events') && !one.includes('.csv'))""");
    }

    private List<String> forms() {
        return texts("""
                () => [...document.querySelectorAll('main form[method=post]')]
                    .filter(one => [...one.elements].some(part => part.type === 'submit'))
                    .map(one => one.getAttribute('action'))""");
    }

    private List<String> texts(String script) {
        return ((List<?>) page().evaluate(script))
                .stream().map(String::valueOf).distinct().toList();
    }

    private boolean isRefused(String address) {
        return page().request().get(address).status() == 403;
    }

    /** Sent with its token and without its fields; what a role may do is refused for other reasons. */
    private boolean isPostRefused(String address) {
        var token = (String) page().evaluate("() => document.querySelector('[name=_csrf]').value");
        var form = FormData.create().set("_csrf", token);
        return page().request()
                        .post(address, RequestOptions.create().setForm(form).setMaxRedirects(0))
                        .status()
                == 403;
    }
}
