package dev.interlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the notes on the database to its migrations. */
class MigrationTests {
    private static final Path FOLDER = Path.of("db/migration");
    private static final Pattern NAME = Pattern.compile("V\\d{3}__[a-z]+(_[a-z0-9]+)*\\.sql");
    private static final Pattern TABLE =
            Pattern.compile("^create table (?:if not exists )?(\\w+)\\.(\\w+)", Pattern.MULTILINE);

    @Test
    void nameModuleAndNumber() throws IOException {
        var names =
                migrations().stream().map(file -> file.getFileName().toString()).toList();

        assertThat(names).isNotEmpty().allMatch(name -> NAME.matcher(name).matches());
        assertThat(names).extracting(name -> name.substring(0, 4)).doesNotHaveDuplicates();
    }

    @Test
    void makeNoTableTheNotesLeaveOut() throws IOException {
        var notes = Files.readString(Path.of("db/README.md"));

        for (var file : migrations()) {
            assertThat(TABLE.matcher(Files.readString(file)).results())
                    .as(file.toString())
                    .allSatisfy(table -> assertThat(notes)
                            .contains("`" + table.group(1) + "`")
                            .contains("`" + table.group(2) + "`"));
        }
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
