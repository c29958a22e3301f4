package dev.interlock.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.platform.FilterQuery;
import dev.interlock.security.AuditEntry;
import dev.interlock.security.AuditLog;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ratings by keys, and values set by hand. */
class RatingsIT extends InABrowser {
    @Test
    void sixtyServicesAreRatedByKeysAlone() {
        for (var i = 1; i <= 60; i++) {
            service("s%02d".formatted(i), ServiceKind.INTERNAL);
        }
        risks.rate(project, new ServiceKey("s30"), 2, null, TEST);
        browser.visit(base + "/risk/rate?service=s21");
        for (var rated = 1; rated < 60; rated++) {
            answer("4", "what=likelihood");
            answer(String.valueOf(rated % 5 + 1), rated == 59 ? "service=done" : "service=s");
        }

        page().getByText("All services are rated.").waitFor();
        assertThat(risks.serviceRatings(project)).hasSize(60).containsEntry(new ServiceKey("s21"), 2);
        assertThat(services.all(project).stream().filter(one -> one.criticality() == 4))
                .as("the one rated before was not asked for again")
                .hasSize(59);
        browser.check();
    }

    @Test
    void ratingBegunInTheMiddleComesRoundToTheFirst() {
        List.of("a", "b", "c").forEach(key -> service(key, ServiceKind.INTERNAL));
        browser.visit(base + "/risk/rate?service=c");
        answer("3", "what=likelihood");
        answer("3", "service=a");

        assertThat(page().locator("main").innerText()).doesNotContain("All services are rated");
        page().navigate(base + "/risk/rate?service=done");
        assertThat(page().locator("main").innerText()).contains("2 services are still to rate.");
    }

    @Test
    void aScoreSetByHandNeedsAReasonCountsUntilItsDayAndIsAudited() {
        shop();
        browser.visit(base + "/paths/checkout");
        page().getByLabel("Likelihood in percent").fill("90");
        press("Set values");
        assertThat(page().locator("#o-reason:invalid").count())
                .as("the reason is asked for")
                .isEqualTo(1);

        var until = LocalDate.now(Clock.systemUTC()).plusDays(3);
        page().getByLabel("Reason").fill("the bank moves this week");
        page().getByLabel("Counts until").fill(until.toString());
        press("Set values");
        page().getByText("The values you set count until " + until).waitFor();
        browser.check();
        assertThat(page().locator("main").innerText()).contains("the bank moves this week", "Set by Ana");
        assertThat(risks.of(project, PathKey.of("checkout")).orElseThrow().likelihood())
                .isEqualTo(0.9);
        assertThat(audited()).contains("the bank moves this week");

        press("Back to the computed values");
        page().getByText("The computed values count again.").waitFor();
        assertThat(risks.of(project, PathKey.of("checkout")).orElseThrow().override())
                .isNull();
    }

    private void answer(String key, String next) {
        var before = page().url();
        page().keyboard().press(key);
        page().waitForURL(address -> !address.equals(before) && address.contains(next));
    }

    private String audited() {
        return audit.list(project, FilterQuery.parse("", AuditLog.FIELDS), null, 200).items().stream()
                .map(AuditEntry::toString)
                .reduce("", (all, one) -> all + one + "\n");
    }
}
