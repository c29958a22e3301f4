package dev.interlock.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.ItemSummary;
import dev.interlock.execution.RunItems;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.RunScope;
import dev.interlock.execution.Runs;
import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.history.HowKnown;
import dev.interlock.history.Outcome;
import dev.interlock.platform.Actor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.TestKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The shop with each of its faults on in turn: what a run over real sockets lays the failure at. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoFaultsIT {
    private static final Actor ANA = Actor.system("test");
    private static final Duration LONGEST = Duration.ofSeconds(90);

    @Autowired
    Demo demo;

    @Autowired
    Runs runs;

    @Autowired
    RunItems items;

    @Autowired
    Environments environments;

    private ProjectId project;

    @BeforeAll
    void open() {
        project = demo.open(ANA).id();
    }

    @AfterAll
    void remove() {
        demo.remove(ANA);
    }

    @AfterEach
    void switchFaultsOff() {
        demo.services().forEach(service -> demo.fault(service.name(), "", ANA));
        environments.check(project, new EnvironmentKey(ShopSeed.ENVIRONMENT));
    }

    /** A dash as the calling end: the trace shows one service, which was asked by the test itself. */
    @ParameterizedTest(name = "{0} {1}: {2} lays it at {3} -> {4}, {5}")
    @CsvSource(textBlock = """
            catalog,   BAD_GATEWAY, browse-products,         gateway, catalog,   ASSERTION
            inventory, BAD_GATEWAY, checkout-reserves-stock, orders,  inventory, ASSERTION
            payment,   BAD_GATEWAY, checkout-charges-card,   orders,  payment,   ASSERTION
            payment,   BAD_GATEWAY, payment-captures,        -,       payment,   ASSERTION
            catalog,   BAD_GATEWAY, cart-keeps-product,      cart,    catalog,   ASSERTION
            cart,      BAD_GATEWAY, cart-keeps-product,      gateway, cart,      ASSERTION
            bank,      BAD_GATEWAY, checkout-charges-card,   payment, bank,      ASSERTION
            bank,      BAD_GATEWAY, payment-captures,        payment, bank,      ASSERTION
            shipping,  BAD_GATEWAY, orders-place-directly,   orders,  shipping,  ASSERTION
            inventory, BAD_GATEWAY, stock-is-known,          -,       inventory, ASSERTION
            catalog,   SLOW,        browse-products,         gateway, catalog,   ASSERTION
            payment,   SLOW,        checkout-charges-card,   orders,  payment,   ASSERTION
            bank,      SLOW,        checkout-charges-card,   payment, bank,      ASSERTION
            catalog,   WRONG_FIELD, cart-keeps-product,      cart,    catalog,   ASSERTION
            orders,    WRONG_FIELD, checkout-charges-card,   gateway, orders,    ASSERTION
            inventory, WRONG_FIELD, checkout-reserves-stock, orders,  inventory, ASSERTION
            bank,      WRONG_FIELD, checkout-charges-card,   payment, bank,      ASSERTION
            inventory, WRONG_FIELD, stock-is-known,          -,       inventory, CONTRACT
            catalog,   WRONG_FIELD, catalog-lists-and-reads, -,       catalog,   CONTRACT
            catalog,   MISSING_FIELD, cart-keeps-product,    cart,    catalog,   ASSERTION
            shipping,  MISSING_FIELD, orders-place-directly, orders,  shipping,  ASSERTION
            payment,   EMPTY_BODY,  checkout-charges-card,   orders,  payment,   ASSERTION
            catalog,   WRONG_TYPE,  cart-keeps-product,      cart,    catalog,   ASSERTION
            inventory, SERVER_ERROR, checkout-reserves-stock, orders, inventory, ASSERTION
            orders,    SERVER_ERROR, order-can-be-read,      gateway, orders,    ASSERTION
            bank,      WRONG_REFUSAL, checkout-charges-card, payment, bank,      ASSERTION
            payment,   REFUSED,     checkout-charges-card,   orders,  payment,   ASSERTION
            bank,      RESET,       checkout-charges-card,   payment, bank,      ASSERTION
            """)
    void namesTheHopTheTraceShows(
            String service, String fault, String test, String consumer, String provider, CauseClass cause) {
        demo.fault(service, fault, ANA);

        var item = run(test);

        assertThat(item.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(item.failure()).isNotNull();
        assertThat(item.failure().cause()).isEqualTo(cause);
        var blame = blame(item);
        assertThat(blame.known()).isEqualTo(HowKnown.TRACE);
        assertThat(blame.provider()).isEqualTo(new ServiceKey(provider));
        assertThat(blame.consumer()).isEqualTo(consumer.equals("-") ? null : new ServiceKey(consumer));
    }

    /** Nothing in the trace failed, so that only a stretch that holds the truth may be named. */
    @ParameterizedTest(name = "{0} {1}: {2} says somewhere from {3} on, {4}")
    @CsvSource(textBlock = """
            catalog,  WRONG_FIELD,   browse-products,  gateway,      CONTRACT
            payment,  WRONG_FIELD,   payment-captures, payment,      CONTRACT
            cart,     WRONG_FIELD,   cart-keeps-product, gateway,  CONTRACT
            cart,     WRONG_VALUE,   cart-keeps-product, gateway,  ASSERTION
            shipping, WRONG_VALUE,   parcel-can-be-followed, gateway, ASSERTION
            """)
    void doesNotGuessWhereTheTraceIsQuiet(String service, String fault, String test, String from, CauseClass cause) {
        demo.fault(service, fault, ANA);

        var item = run(test);

        assertThat(item.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(item.failure()).isNotNull();
        assertThat(item.failure().cause()).isEqualTo(cause);
        var blame = blame(item);
        assertThat(blame.known()).isEqualTo(HowKnown.ENTRY_ONLY);
        assertThat(List.of(Objects.requireNonNullElse(blame.consumer(), blame.provider()), blame.provider()))
                .contains(new ServiceKey(from));
        assertThat(blame.isOneHop()).isFalse();
    }

    @Test
    void namesTheHopOfAMessageThatWasNeverSentWithoutBeingSure() {
        demo.fault("shipping", "LOST_CALLBACK", ANA);

        var item = run("customer-is-told");

        assertThat(item.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(item.failure()).isNotNull();
        assertThat(item.failure().cause()).isEqualTo(CauseClass.ASSERTION);
        assertThat(item.failure().step()).isEqualTo("message");
        var blame = blame(item);
        assertThat(blame.consumer()).isEqualTo(new ServiceKey("shipping"));
        assertThat(blame.provider()).isEqualTo(new ServiceKey("notification"));
        assertThat(blame.known()).as(blame.sentence()).isEqualTo(HowKnown.ENTRY_ONLY);
    }

    @ParameterizedTest(name = "{0}: {1} fails, then passes")
    @CsvSource({"inventory, stock-is-known", "payment, checkout-charges-card", "catalog, browse-products"})
    void callsWhatFailsEverySecondTimeFlaky(String service, String test) {
        demo.fault(service, "FLAKY", ANA);

        var item = run(test);

        assertThat(item.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(item.flaky()).isTrue();
        assertThat(item.attempts()).isEqualTo(2);
    }

    @Test
    void sendsNothingToAServiceThatTakesNoConnection() {
        demo.fault("inventory", "REFUSED", ANA);

        var item = run("stock-is-known");

        assertThat(item.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(item.reason()).startsWith("inventory cannot be reached");
    }

    @Test
    void triesEveryKindOfFaultThereIs() throws IOException {
        var table = Files.readString(Path.of("src/test/java/dev/interlock/demo/DemoFaultsIT.java"));

        assertThat(demo.faults())
                .extracting(Demo.FaultChoice::name)
                .allMatch(name -> table.contains(name + ",") || table.contains("\"" + name + "\""));
    }

    @ParameterizedTest
    @CsvSource({"browse-products", "checkout-charges-card", "customer-is-told", "payment-captures", "stock-is-known"})
    void passesWhenNothingIsWrong(String test) {
        var item = run(test);

        assertThat(item.outcome()).as(String.valueOf(item.failure())).isEqualTo(Outcome.PASSED);
        assertThat(item.flaky()).isFalse();
    }

    private ItemSummary run(String test) {
        var request =
                RunRequest.of(RunScope.tests(List.of(new TestKey(test)))).in(new EnvironmentKey(ShopSeed.ENVIRONMENT));
        var run = runs.await(project, runs.request(project, request, ANA).id(), LONGEST);
        assertThat(run.finishedAt()).isNotNull();
        return items.list(project, run.id(), FilterQuery.parse("", RunItems.FIELDS), null, 10)
                .items()
                .getFirst();
    }

    private static Blame blame(ItemSummary item) {
        return Objects.requireNonNull(Objects.requireNonNull(item.failure()).blame());
    }
}
