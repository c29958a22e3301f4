package dev.interlock.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.schedule.ScheduleKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans, paths and schedules as a person makes them by hand. */
class HandsOnIT extends InABrowser {
    @Test
    void enterInThePlanBuilderWorksThePlanOutAndPinsNothing() {
        shop();
        browser.visit(base + "/plans/new");
        var budget = page().getByLabel("Time budget in minutes");
        budget.fill("7");
        budget.press("Enter");
        page().waitForURL("**budget=7**");

        assertThat(page().url()).doesNotContain("plusPin", "plusDrop");
        assertThat(page().locator("#results .tag").count()).isZero();
        assertThat(page().locator("#results [data-rows] tr").count()).isEqualTo(3);
    }

    @Test
    void thePlanBuilderSaysBesideTheFieldWhatItCannotRead() {
        shop();
        browser.visit(base + "/plans/new");
        faultOf("budget", "0.02", "Write a number from 0.1 to 10,080.");
        faultOf("budget", "soon", "Write a number from 0.1 to 10,080.");
        assertThat(page().locator("#results").innerText()).contains("Nothing is worked out");
        browser.check();
        page().locator("#budget").fill("1.5");
        page().waitForURL("**budget=1.5**");
        assertThat(page().locator("#budget").getAttribute("aria-invalid")).isEqualTo("false");
        assertThat(page().locator("#results output").innerText()).contains("of risk planned");

        faultOf("workers", "0", "Write a whole number from 1 to 64.");
        page().locator("#workers").fill("2");
        faultOf("wanted", "120", "Write a number from 1 to 100.");
        page().locator("#wanted").fill("");
        faultOf("changed", "nobody", "There is no service with the key nobody.");
        page().locator("#changed").fill("");
        faultOf("q", "colour:red", "The filter does not know colour:red.");
        page().locator("#q").fill("");
        page().locator("#results output").waitFor();

        page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Gate");
        page().getByLabel("Flaky tests at most").fill("some");
        browser.failing(() -> {
            press("Save plan");
            page().locator("#maxFlaky-fault").getByText("Write a whole number").waitFor();
        });
        assertThat(page().getByRole(AriaRole.ALERT).first().innerText()).contains("The plan was not saved.");
        assertThat(page().getByLabel("Flaky tests at most").inputValue()).isEqualTo("some");
        assertThat(page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("Gate");
        browser.check();
    }

    @Test
    void partsThatComeInDoNotBreakThePolicyOnStyles() {
        shop();
        browser.visit(base + "/plans/new");
        page().evaluate("() => document.querySelectorAll('[id]').forEach(one => one.style.setProperty('top', '0'))");
        page().locator("#budget").fill("3");
        page().waitForURL("**budget=3**");
        page().locator("#results output").waitFor();

        browser.check();
    }

    @Test
    void aPathIsPutTogetherByClickingServicesInOrder() {
        shop();
        browser.visit(base + "/paths/new");
        for (var service : List.of("gateway", "payment", "orders")) {
            page().locator("form.pick button")
                    .filter(new Locator.FilterOptions().setHasText(service))
                    .click();
            page().locator(".hops strong")
                    .filter(new Locator.FilterOptions().setHasText(service))
                    .waitFor();
        }
        browser.check();
        page().goBack();
        assertThat(page().locator(".hops strong").allInnerTexts()).containsExactly("gateway", "payment");
        page().goForward();
        press("Take the last one away");
        page().locator("form.pick button")
                .filter(new Locator.FilterOptions().setHasText("bank"))
                .click();
        page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Pay at once");
        press("Add path");
        page().waitForURL("**/paths/pay-at-once");
        browser.check();

        assertThat(paths.find(project, PathKey.of("pay-at-once")).orElseThrow().services())
                .extracting(ServiceKey::value)
                .containsExactly("gateway", "payment", "bank");
    }

    @Test
    void aProposalThatChangedMeanwhileIsNotAdded() {
        shop();
        service("ledger", ServiceKind.INTERNAL);
        integration("bank", "ledger");
        browser.visit(base + "/paths/proposals");
        var marks = page().locator("[name=take]");
        assertThat(marks.count()).isPositive();
        assertThat(marks.first().inputValue()).startsWith("gateway-ledger gateway orders");
        var seen = marks.first().inputValue().split(" ", 2)[0];
        page().evaluate("() => { const one = document.querySelector('[name=take]'); one.value += ' elsewhere'; }");
        browser.failing(() -> {
            press("Add the chosen paths");
            page().getByRole(AriaRole.ALERT).waitFor();
        });

        assertThat(page().getByRole(AriaRole.ALERT).innerText())
                .contains("Nothing was added", seen, "Look at the proposals as they are now");
        assertThat(paths.all(project)).hasSize(1);
        browser.check();
        page().locator("[name=take]").first().check();
        press("Add the chosen paths");
        page().getByText("added.").waitFor();
        assertThat(paths.all(project).size()).isGreaterThan(1);
    }

    @Test
    void aScheduleIsMadeChangedAndSwitchedOffOnItsPages() {
        shop();
        browser.visit(base + "/plans/new?budget=5");
        page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Nightly");
        press("Save plan");
        page().waitForURL("**/plans/nightly");
        page().getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Schedule").setExact(true))
                .last()
                .click();
        page().waitForURL("**/schedules/new?plan=nightly");
        browser.check();
        page().getByLabel("Cron").fill("30 3 * * MON");
        var times = page().locator("#next li");
        times.filter(new Locator.FilterOptions().setHasText("03:30")).first().waitFor();
        assertThat(times.allInnerTexts()).hasSize(5).allMatch(time -> time.startsWith("Mon "));
        page().getByLabel("Cron").fill("every day");
        page().locator("#next .fault").waitFor();
        browser.check();
        page().getByLabel("Cron").fill("30 3 * * MON");
        press("Save schedule");
        page().getByText("The schedule nightly was saved.").waitFor();
        browser.check();

        change(() -> page().getByLabel("Cron").fill("0 4 * * *"));
        assertThat(schedule().cron()).isEqualTo("0 4 * * *");
        change(() -> page().getByLabel("On", new Page.GetByLabelOptions().setExact(true))
                .uncheck());
        assertThat(schedule().enabled()).isFalse();
        assertThat(page().locator("[data-rows] tr").innerText()).contains("off", "—");
    }

    private dev.interlock.schedule.Schedule schedule() {
        return schedules.find(project, new ScheduleKey("nightly")).orElseThrow();
    }

    private void change(Runnable how) {
        page().locator("[data-rows] th a").click();
        page().waitForURL("**/schedules/nightly");
        how.run();
        press("Save schedule");
        page().getByText("The schedule nightly was saved.").waitFor();
    }

    private void faultOf(String field, String typed, String words) {
        page().locator("#" + field).fill(typed);
        page().locator("#" + field + "-fault").getByText(words).waitFor();
        assertThat(page().locator("#" + field).getAttribute("aria-invalid")).isEqualTo("true");
    }
}
