package dev.interlock.history.log;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps a partition of results for each month: on demand, and at start for this month and the next. */
@Component
class ResultPartitions {
    private static final String EXISTS = "select to_regclass(:name) is not null";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('history.result partitions'))";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    ResultPartitions(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        var month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).atDay(1);
        ensure(month);
        ensure(month.plusMonths(1));
    }

    /** Makes sure that results of the month can be stored; remembered only once it is committed. */
    void ensure(LocalDate month) {
        if (known.contains(month)) {
            return;
        }
        if (exists(month)) {
            known.add(month);
            return;
        }
        jdbc.sql(LOCK).query((_, _) -> true).single();
        jdbc.sql(create(month)).update();
    }

    private boolean exists(LocalDate month) {
        return jdbc.sql(EXISTS).param("name", name(month)).query(Boolean.class).single();
    }

    private static String name(LocalDate month) {
        return "history.result_%d_%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private static String create(LocalDate month) {
        return "create table if not exists %s partition of history.result for values from ('%s') to ('%s')"
                .formatted(name(month), month, month.plusMonths(1));
    }
}
