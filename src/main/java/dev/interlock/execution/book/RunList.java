package dev.interlock.execution.book;

import dev.interlock.execution.Run;
import dev.interlock.execution.store.RunTable;
import dev.interlock.execution.store.Times;
import dev.interlock.platform.Cursor;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.PlatformProblem;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.platform.Slice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds runs by name and by filter. */
@Component
class RunList {
    private static final String LIST = "runs";
    private static final int MOST = 200;
    private static final Pattern KEY = Pattern.compile("(?i)RUN-(\\d{1,15})");
    private static final Pattern AGE = Pattern.compile("(\\d{1,4})([hdw])");
    private static final Map<String, String> COLUMNS = Map.of(
            "state", "lower(state)",
            "verdict", "lower(coalesce(verdict, 'none'))",
            "env", "lower(coalesce(environment, ''))",
            "plan", "lower(coalesce(plan, ''))",
            "purpose", "lower(purpose)",
            "branch", "lower(branch)",
            "trigger", "lower(trigger)",
            "by", "lower(requested_by ->> 'name')");

    private final RunTable runs;
    private final InstantSource clock;

    RunList(RunTable runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    Optional<Run> find(ProjectId project, String idOrKey) {
        var key = KEY.matcher(idOrKey.strip());
        if (key.matches()) {
            return runs.find(project, Long.parseLong(key.group(1)));
        }
        try {
            return runs.find(project, RunId.of(idOrKey.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Slice<Run> list(ProjectId project, FilterQuery filter, @Nullable String after, int limit) {
        var most = Math.clamp(limit, 1, MOST);
        var values = new HashMap<String, @Nullable Object>();
        values.put("before", after == null ? Long.MAX_VALUE : number(project, after));
        var condition = new StringBuilder("number < :before");
        for (var term : filter.terms()) {
            condition.append(" and ").append(condition(term, values));
        }
        for (var word : filter.words()) {
            var name = name(values, "%" + word.toLowerCase(Locale.ROOT) + "%");
            condition.append(" and lower('run-' || number || ' ' || coalesce(plan, '') || ' ' || note || ' ' || branch)"
                    + " like :" + name);
        }
        var rows = runs.where(project, condition.toString(), values, most + 1);
        return Slice.of(rows, most, run -> Cursor.of(project, LIST, List.of(Long.toString(run.number()))));
    }

    private String condition(FilterQuery.Term term, Map<String, @Nullable Object> values) {
        var positive = term.field().equals("since") ? since(term, values) : plain(term, values);
        return term.negated() ? "not (" + positive + ")" : positive;
    }

    private static String plain(FilterQuery.Term term, Map<String, @Nullable Object> values) {
        var column = Objects.requireNonNull(COLUMNS.get(term.field()), "filters are read with our fields");
        return column + " in (:" + name(values, term.values().isEmpty() ? List.of("") : term.values()) + ")";
    }

    private String since(FilterQuery.Term term, Map<String, @Nullable Object> values) {
        var age = AGE.matcher(term.values().isEmpty() ? "" : term.values().getFirst());
        if (!age.matches()) {
            return "true";
        }
        var count = Long.parseLong(age.group(1));
        var span = switch (age.group(2)) {
            case "h" -> Duration.ofHours(count);
            case "w" -> Duration.ofDays(7 * count);
            default -> Duration.ofDays(count);
        };
        return "coalesce(started_at, requested_at) >= :"
                + name(values, Times.at(clock.instant().minus(span)));
    }

    private static String name(Map<String, @Nullable Object> values, Object value) {
        var name = "value" + values.size();
        values.put(name, value);
        return name;
    }

    private static long number(ProjectId project, String cursor) {
        try {
            return Long.parseLong(Cursor.values(project, LIST, cursor).getFirst());
        } catch (NumberFormatException e) {
            throw PlatformProblem.CURSOR_IS_INVALID.because("The cursor does not belong to this list.");
        }
    }
}
