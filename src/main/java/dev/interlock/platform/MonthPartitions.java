package dev.interlock.platform;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets old rows of a table that is partitioned by month and holds rows of many projects: a month nobody keeps any
 * more is dropped as a whole, from the others the rows of those who do not keep them are deleted.
 */
public final class MonthPartitions {
    private static final Pattern NAME = Pattern.compile(".*_(\\d{4})_(\\d{2})");
    private static final String LIST = """
            select inhrelid::regclass::text from pg_inherits where inhparent = cast(:table as regclass) order by 1
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public MonthPartitions(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Forgets what is older than each project keeps. A partition that is in use for longer than two seconds stays until
     * the next time.
     *
     * @param table name with its schema; its column {@code project_id} says whose a row is
     * @param firstKept the first month each project keeps
     * @return names of the partitions dropped
     */
    public List<String> forget(String table, Map<Long, YearMonth> firstKept) {
        var dropped = new ArrayList<String>();
        for (var partition : partitions(table)) {
            var over = over(month(partition), firstKept);
            if (!over.isEmpty()) {
                attempt(partition, over).ifPresent(dropped::add);
            }
        }
        return List.copyOf(dropped);
    }

    private Optional<String> attempt(String partition, List<Long> projects) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> forget(partition, projects)));
        } catch (PessimisticLockingFailureException inUse) {
            return Optional.empty(); // it is tried again the next time
        }
    }

    private List<String> partitions(String table) {
        return jdbc.sql(LIST)
                .param("table", table)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The partition, when it went as a whole. */
    private Optional<String> forget(String partition, List<Long> projects) {
        jdbc.sql("set local lock_timeout = '2s'").update();
        if (nobodyElse(partition, projects)) {
            jdbc.sql("drop table " + partition).update();
            return Optional.of(partition);
        }
        jdbc.sql("delete from " + partition + " where project_id in (:projects)")
                .param("projects", projects)
                .update();
        return Optional.empty();
    }

    private boolean nobodyElse(String partition, List<Long> projects) {
        return jdbc.sql("select not exists (select 1 from " + partition + " where project_id not in (:projects))")
                .param("projects", projects)
                .query(Boolean.class)
                .single();
    }

    private static List<Long> over(YearMonth month, Map<Long, YearMonth> firstKept) {
        return firstKept.entrySet().stream()
                .filter(entry -> month.isBefore(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The month a partition is of; one without a month in its name is never old. */
    private static YearMonth month(String partition) {
        var name = NAME.matcher(partition);
        return name.matches()
                ? YearMonth.of(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)))
                : YearMonth.from(LocalDate.MAX);
    }
}
