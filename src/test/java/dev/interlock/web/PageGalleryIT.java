package dev.interlock.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.execution.Trials;
import dev.interlock.history.Quarantines;
import dev.interlock.ingest.Reports;
import dev.interlock.journey.PageChecks;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Access;
import dev.interlock.security.Accesses;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Invitations;
import dev.interlock.security.Members;
import dev.interlock.security.People;
import dev.interlock.security.Projects;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.security.Sessions;
import dev.interlock.security.Setup;
import dev.interlock.security.SignedIn;
import dev.interlock.security.Teams;
import dev.interlock.security.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every page of the model and of operation, filled from doubles, in a real browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PageGalleryIT {
    private static PageChecks browser;

    @BeforeAll
    static void open(@LocalServerPort int port) {
        browser = PageChecks.on("http://localhost:" + port);
    }

    /** One page's faults are not the next one's. */
    @BeforeEach
    void forgive() {
        browser.forgive();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "paths, paths",
        "paths-nothing, paths?q=status:none",
        "path, paths/checkout",
        "path-overridden, paths/stock",
        "requirements, requirements",
        "path-new, paths/new?services=gateway+orders",
        "path-edit, paths/checkout/edit",
        "proposals, paths/proposals",
        "services, services",
        "service, services/payment",
        "service-interfaces, services/payment/interfaces",
        "service-changes, services/payment/changes",
        "service-tests, services/payment/tests",
        "service-versions, services/payment/versions",
        "service-new, services/new",
        "integrations, integrations",
        "risk, risk?l=5&i=4",
        "risk-table, risk?as=table",
        "rate, risk/rate",
        "calibration, risk/calibration",
        "map, map",
        "map-focus, map?focus=orders&to=payment",
        "map-result, map?colour=result",
        "map-table, map?as=table",
        "observed, map/observed",
        "trace, traces/1e710c4b000000000000000000000001",
        "readiness, readiness",
        "readiness-order, readiness/order",
        "environments, environments",
        "environment, environments/staging",
        "environment-variables, environments/staging/variables",
        "environment-secrets, environments/staging/secrets",
        "environment-access, environments/staging/access",
        "environment-stubs, environments/staging/stubs",
        "environment-settings, environments/staging/settings",
        "environment-new, environments/new",
        "home, ''",
        "plans, plans",
        "plan, plans/nightly",
        "path-then, paths/checkout?at=2026-01-31",
        "tests, tests",
        "test, tests/checkout-charges",
        "test-invalid, tests/search",
        "test-edit, tests/search/edit",
        "test-new-manual, tests/new?kind=MANUAL",
        "test-new-external, tests/new?kind=EXTERNAL",
        "test-steps, tests/checkout-charges/edit?view=form",
        "test-steps-first, tests/new?view=form",
        "import-documents, import/documents",
        "results-new, results/new",
        "results-links, results/links?name=shop.OrderTest.pays",
        "suites, suites",
        "suite, suites/smoke",
        "flaky, flaky",
        "schedules, schedules",
        "schedule, schedules/nightly",
        "triggers, triggers",
        "trigger, triggers/on-deploy",
        "trigger-new, triggers/new",
        "channels, channels",
        "channel, channels/hook",
        "channel-new, channels/new",
        "import, import",
        "service-import, services/import",
    })
    void passesInBothThemes(String name, String address) {
        browser.visit(address.isEmpty() ? "/p/shop" : "/p/shop/" + address).picture(name);
    }

    @ParameterizedTest
    @CsvSource({"welcome, /welcome", "preferences, /preferences", "components, /dev/components"})
    void passesOutsideProjectsToo(String name, String address) {
        browser.visit(address).picture(name);
    }

    @Test
    void letterShortcutsLeadThroughTheSideBar() {
        var page = browser.visit("/p/shop/paths").page();

        page.keyboard().press("g");
        page.keyboard().press("k");
        page.waitForURL("**/p/shop/risk");

        assertThat(page.title()).startsWith("Risk matrix");
    }

    @Test
    void aSecondDropKeepsTheFirstInTheAddress() {
        var page = browser.visit("/p/shop/plans/nightly?budget=8&drop=search").page();

        page.locator("button[name=plusDrop]").first().click();
        page.waitForURL(address -> address.contains("checkout-charges"));

        assertThat(page.url()).contains("drop=search", "plusDrop=checkout-charges");
        assertThat(page.locator("#marks input[name=drop]").count()).isEqualTo(2);
    }

    @Test
    void arrowsMoveBetweenTheCellsOfTheMatrix() {
        var page = browser.visit("/p/shop/risk?l=5&i=4").page();

        page.locator(".heat [aria-current]").focus();
        page.keyboard().press("ArrowDown");

        assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("/p/shop/risk?l=4&i=4");
    }

    /** The pages with doubles behind them; who asks is an administrator of everything. */
    @Configuration
    @ComponentScan({
        "dev.interlock.web.assets",
        "dev.interlock.web.shell",
        "dev.interlock.web.dev",
        "dev.interlock.web.services",
        "dev.interlock.web.paths",
        "dev.interlock.web.risk",
        "dev.interlock.web.environments",
        "dev.interlock.web.map",
        "dev.interlock.web.home",
        "dev.interlock.web.plans",
        "dev.interlock.web.documents",
        "dev.interlock.web.results",
        "dev.interlock.web.tests",
        "dev.interlock.web.schedules",
        "dev.interlock.web.channels",
        "dev.interlock.web.traces"
    })
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ThymeleafAutoConfiguration.class
    })
    static class Frame implements WebMvcConfigurer {
        /** What the pages are held to: nothing inline, nothing from elsewhere. */
        private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
                + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'";

        private static final Actor ANA = new Actor(Actor.Kind.PERSON, "1", "Ana");

        @Bean
        static BeanDefinitionRegistryPostProcessor doubles() {
            return registry -> {
                given().forEach(one -> register(registry, one));
                SILENT.forEach(type -> register(registry, Answers.of(type, Map.of())));
            };
        }

        private static final List<Class<?>> SILENT = List.of(
                AuditLog.class,
                Accesses.class,
                Invitations.class,
                Members.class,
                People.class,
                Projects.class,
                Quarantines.class,
                Sessions.class,
                Setup.class,
                Teams.class,
                Tokens.class,
                Reports.class,
                Trials.class);

        private static List<Object> given() {
            return List.of(
                    Shop.services(),
                    Shop.integrations(),
                    Shop.observations(),
                    Shop.spans(),
                    Shop.versions(),
                    Shop.paths(),
                    Shop.requirements(),
                    Shop.environments(),
                    Shop.readiness(),
                    Shop.stubs(),
                    Shop.risks(),
                    Shop.learning(),
                    Shop.history(),
                    Shop.secrets(),
                    Work.tests(),
                    Work.editor(),
                    Work.coverages(),
                    Work.suites(),
                    Reported.rules(),
                    Reported.renames(),
                    Reported.imports(),
                    Reported.done(),
                    Work.plans(),
                    Work.selections(),
                    Work.runs(),
                    Work.problems(),
                    Work.history(),
                    Work.schedules(),
                    Work.triggers(),
                    Told.notifications(),
                    Work.interfaces(),
                    Work.uses());
        }

        @SuppressWarnings("unchecked")
        private static void register(BeanDefinitionRegistry registry, Object one) {
            var type = (Class<Object>) one.getClass().getInterfaces()[0];
            registry.registerBeanDefinition(type.getName(), new RootBeanDefinition(type, () -> one));
        }

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(Shop.NOW);
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new HandlerInterceptor() {
                @Override
                public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                    response.setHeader("Content-Security-Policy", POLICY);
                    var scopes = Set.of(Scope.values());
                    request.setAttribute(SignedIn.ATTRIBUTE, new SignedIn(1, ANA, true, scopes, null));
                    if (request.getRequestURI().startsWith("/p/")) {
                        request.setAttribute(
                                Access.ATTRIBUTE,
                                new Access(new ProjectId(1), "shop", "Shop", Role.ADMIN, scopes, ANA, true));
                    }
                    return true;
                }
            });
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new HandlerMethodArgumentResolver() {
                @Override
                public boolean supportsParameter(MethodParameter parameter) {
                    return parameter.getParameterType() == Access.class
                            || parameter.getParameterType() == SignedIn.class;
                }

                @Override
                public @Nullable Object resolveArgument(
                        MethodParameter parameter,
                        @Nullable ModelAndViewContainer container,
                        NativeWebRequest request,
                        @Nullable WebDataBinderFactory binder) {
                    return request.getAttribute(
                            parameter.getParameterType().getName(), RequestAttributes.SCOPE_REQUEST);
                }
            });
        }
    }
}
