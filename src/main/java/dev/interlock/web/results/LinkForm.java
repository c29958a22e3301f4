package dev.interlock.web.results;

import dev.interlock.catalog.PathKey;
import dev.interlock.ingest.ResultRule;
import dev.interlock.testcase.TestKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule while it is typed. */
record LinkForm(
        @Nullable String service,
        ResultRule.@Nullable Subject subject,
        @Nullable String property,
        @Nullable String pattern,
        @Nullable String path,
        @Nullable String test) {

    /** A form for a rule on one name, which is how a single result is linked by hand. */
    static LinkForm of(String name) {
        return new LinkForm("", ResultRule.Subject.NAME, "", name, "", "");
    }

    ResultRule rule() {
        return new ResultRule(
                text(service),
                Objects.requireNonNullElse(subject, ResultRule.Subject.NAME),
                text(property),
                text(pattern),
                text(path).isEmpty() ? null : new PathKey(text(path)),
                text(test).isEmpty() ? null : new TestKey(text(test)));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
