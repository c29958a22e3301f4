package dev.interlock.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the embedded database of a running process holds of outcomes, asked past the process itself. */
final class KeptOutcomes {
    private static final String BY_RUN = """
            select format('RUN-%s %s %s', run.number, count(*), count(distinct result.seq))
              from history.result
              join history.run on run.id = result.run
             group by run.number
             order by run.number
            """;

    private static final String COUNTED = """
            select sum(passed + failed + broken + blocked + skipped + cancelled)::text from history.hour_count
            """;

    private static final int LINE_OF_PORT = 3;

    private KeptOutcomes() {}

    /** For each run with outcomes: its key, how many outcomes history has, how many different items those are of. */
    static List<String> byRun(Path data) throws IOException, SQLException {
        return read(data, BY_RUN);
    }

    /** How many outcomes the hourly counts add up to. */
    static int counted(Path data) throws IOException, SQLException {
        return Integer.parseInt(read(data, COUNTED).getFirst());
    }

    private static List<String> read(Path data, String sql) throws IOException, SQLException {
        try (var connection = connect(data);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private static Connection connect(Path data) throws IOException, SQLException {
        var port = Files.readAllLines(data.resolve("database").resolve("postmaster.pid"))
                .get(LINE_OF_PORT)
                .strip();
        var password = Files.readString(data.resolve("database.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/interlock", "interlock", password);
    }
}
