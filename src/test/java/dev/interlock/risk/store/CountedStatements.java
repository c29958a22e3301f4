package dev.interlock.risk.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that counts the statements prepared through it and the time each takes. */
final class CountedStatements extends DelegatingDataSource {
    private static final Map<String, Long> NANOS = new ConcurrentHashMap<>();

    private final AtomicInteger count;

    private CountedStatements(DataSource database, AtomicInteger count) {
        super(database);
        this.count = count;
    }

    static DataSource of(DataSource database, AtomicInteger count) {
        return new CountedStatements(database, count);
    }

    /** Forgets the times so far. */
    static void restart() {
        NANOS.clear();
    }

    /** The slowest statements since the restart, with their milliseconds each time. */
    static List<String> slowest(int times, int most) {
        return NANOS.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .map(entry -> "%.1f ms %s".formatted(entry.getValue() / 1e6 / times, entry.getKey()))
                .toList();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> invoke(connection, method, arguments));
    }

    private Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement")) {
            count.incrementAndGet();
        }
        try {
            var answer = method.invoke(connection, arguments);
            return answer instanceof PreparedStatement statement ? timed(statement, arguments[0].toString()) : answer;
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
    }

    private static PreparedStatement timed(PreparedStatement statement, String sql) {
        var words = sql.strip().replaceAll("\\s+", " ");
        return (PreparedStatement) Proxy.newProxyInstance(
                PreparedStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (_, method, arguments) -> {
                    var start = System.nanoTime();
                    try {
                        return method.invoke(statement, arguments);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    } finally {
                        if (method.getName().startsWith("execute")) {
                            NANOS.merge(
                                    words.substring(0, Math.min(80, words.length())),
                                    System.nanoTime() - start,
                                    Long::sum);
                        }
                    }
                });
    }
}
