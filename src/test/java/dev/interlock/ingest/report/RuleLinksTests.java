package dev.interlock.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.PathKey;
import dev.interlock.ingest.ResultRule;
import dev.interlock.ingest.ResultRule.Subject;
import dev.interlock.ingest.dialect.ReportedCase;
import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleLinksTests {
    private static final PathKey ORDERS = PathKey.of("orders");
    private static final TestKey SMOKE = new TestKey("smoke");

    @Test
    void followsRulesOfTheReportingServiceOnly() {
        var rule = new ResultRule("cart", Subject.NAME, "", "shop.cart.*", ORDERS, null);
        var reported = reported("shop.cart.LinesTest", "adds");

        assertThat(new RuleLinks(List.of(rule), "cart").paths(reported)).containsExactly(ORDERS);
        assertThat(new RuleLinks(List.of(rule), "bank").paths(reported)).isEmpty();
    }

    @Test
    void looksAtTagsWithAndWithoutTheirSign() {
        var rule = new ResultRule("", Subject.TAG, "", "smoke*", null, SMOKE);
        var links = new RuleLinks(List.of(rule), "");

        assertThat(links.test(reported("a.B", "c", "@smoke-eu"))).contains(SMOKE);
        assertThat(links.test(reported("a.B", "c", "smoke"))).contains(SMOKE);
        assertThat(links.test(reported("a.Smoke", "smoke"))).isEmpty();
    }

    @Test
    void looksAtTheValueOfOneProperty() {
        var rule = new ResultRule("", Subject.PROPERTY, "story", "SHOP-*", ORDERS, null);
        var links = new RuleLinks(List.of(rule), "");

        assertThat(links.paths(reported("a.B", "c", "SHOP-1", "story=SHOP-1"))).containsExactly(ORDERS);
        assertThat(links.paths(reported("a.B", "c", "SHOP-1", "epic=SHOP-1"))).isEmpty();
    }

    @Test
    void fitsPatternsWithStarsAnywhere() {
        assertThat(RuleLinks.fits("a.*Test.*", "a.PayTest.works")).isTrue();
        assertThat(RuleLinks.fits("*", "")).isTrue();
        assertThat(RuleLinks.fits("ab*ba", "aba")).isFalse();
        assertThat(RuleLinks.fits("exact", "exactly")).isFalse();
    }

    private static ReportedCase reported(String className, String name, String... labels) {
        return new ReportedCase(
                "", className, name, Verdict.PASSED, Duration.ZERO, 1, false, false, null, "", List.of(labels), 1);
    }
}
