package dev.interlock.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.history.TestHistory;
import dev.interlock.journey.PageChecks;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Access;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.TestCases;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every page of the model and of operation, filled from doubles, in a real browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PageGalleryIT {
    private static PageChecks browser;

    @BeforeAll
    static void open(@LocalServerPort int port) {
        browser = PageChecks.on("http://localhost:" + port);
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
        "path-new, paths/new?services=gateway+orders",
        "path-edit, paths/checkout/edit",
        "proposals, paths/proposals",
        "services, services",
        "service, services/payment",
        "service-interfaces, services/payment/interfaces",
        "service-tests, services/payment/tests",
        "service-versions, services/payment/versions",
        "service-new, services/new",
        "integrations, integrations",
        "risk, risk?l=5&i=4",
        "risk-table, risk?as=table",
        "rate, risk/rate",
        "map, map",
        "map-focus, map?focus=orders&to=payment",
        "map-table, map?as=table",
        "readiness, readiness",
        "environments, environments",
        "environment, environments/staging",
        "environment-variables, environments/staging/variables",
        "environment-secrets, environments/staging/secrets",
        "environment-access, environments/staging/access",
        "environment-settings, environments/staging/settings",
        "environment-new, environments/new",
    })
    void passesInBothThemes(String name, String address) {
        browser.visit("/p/shop/" + address).picture(name);
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
    void arrowsMoveBetweenTheCellsOfTheMatrix() {
        var page = browser.visit("/p/shop/risk?l=5&i=4").page();

        page.locator(".heat [aria-current]").focus();
        page.keyboard().press("ArrowDown");

        assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("/p/shop/risk?l=4&i=4");
    }

    @Configuration
    @ComponentScan("dev.interlock.web")
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ThymeleafAutoConfiguration.class
    })
    static class Frame implements WebMvcConfigurer {
        @Bean
        dev.interlock.catalog.Services services() {
            return Shop.services();
        }

        @Bean
        dev.interlock.catalog.Integrations integrations() {
            return Shop.integrations();
        }

        @Bean
        dev.interlock.catalog.Versions versions() {
            return Shop.versions();
        }

        @Bean
        dev.interlock.catalog.Paths paths() {
            return Shop.paths();
        }

        @Bean
        dev.interlock.catalog.Environments environments() {
            return Shop.environments();
        }

        @Bean
        dev.interlock.catalog.Readiness readiness() {
            return Shop.readiness();
        }

        @Bean
        dev.interlock.risk.RiskBoard risks() {
            return Shop.risks();
        }

        @Bean
        dev.interlock.history.PathHistory pathHistory() {
            return Shop.history();
        }

        @Bean
        dev.interlock.security.Secrets secrets() {
            return Shop.secrets();
        }

        @Bean
        TestHistory testHistory() {
            return Answers.of(TestHistory.class, Map.of());
        }

        @Bean
        TestCases testCases() {
            return Answers.of(TestCases.class, Map.of());
        }

        @Bean
        Coverages coverages() {
            return Answers.of(Coverages.class, Map.of());
        }

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(Shop.NOW);
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new HandlerMethodArgumentResolver() {
                @Override
                public boolean supportsParameter(MethodParameter parameter) {
                    return parameter.getParameterType() == Access.class;
                }

                @Override
                public Object resolveArgument(
                        MethodParameter parameter,
                        @Nullable ModelAndViewContainer container,
                        NativeWebRequest request,
                        @Nullable WebDataBinderFactory binder) {
                    return new Access(
                            new ProjectId(1),
                            "shop",
                            "Shop",
                            Role.ADMIN,
                            Set.of(Scope.values()),
                            new Actor(Actor.Kind.PERSON, "1", "Ana"),
                            true);
                }
            });
        }
    }
}
