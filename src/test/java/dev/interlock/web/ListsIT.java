package dev.interlock.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.interlock.platform.IfMatch;
import dev.interlock.testcase.SuiteDraft;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.Suites;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists with more rows than a page holds. */
class ListsIT extends InABrowser {
    private static final int ROWS = 120;

    @Autowired
    Suites suites;

    @Test
    void listsLeadToEveryRowPageByPage() {
        shop();
        IntStream.rangeClosed(4, ROWS).forEach(this::test);
        IntStream.rangeClosed(1, ROWS).forEach(this::suite);

        assertThat(everyRow("/tests")).hasSize(ROWS);
        assertThat(everyRow("/suites")).hasSize(ROWS);
        assertThat(everyRow("/audit")).hasSizeGreaterThan(2 * ROWS);
    }

    private void suite(int number) {
        var draft = new SuiteDraft("Suite " + number, List.of(), List.of(), "");
        suites.put(project, new SuiteKey("suite-" + number), draft, IfMatch.none(), TEST);
    }

    /** Follows "Next page" to the end; no page is longer than 50 rows and none repeats a row. */
    private List<String> everyRow(String list) {
        browser.visit(base + list);
        var rows = new ArrayList<>(rows());
        while (page().locator("a[rel=next]").count() > 0) {
            var before = page().url();
            page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next page"))
                    .click();
            page().waitForURL(address -> !address.equals(before));
            rows.addAll(rows());
        }
        assertThat(new HashSet<>(rows)).hasSameSizeAs(rows);
        page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("First page"))
                .click();
        page().waitForURL("**" + list);
        return rows;
    }

    private List<String> rows() {
        var rows = page().locator("main table tbody tr").allInnerTexts();
        assertThat(rows).hasSizeBetween(1, 50);
        return rows;
    }
}
