package dev.interlock.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ingest.ImportTable;
import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReportTableTests {

    @Test
    void documentListsEveryReportOfTheFixtures() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("| file | read as | cases | truth | passed | failed | broken | skipped |");
        lines.add("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var folder : List.of("junit", "ctrf", "cucumber", "testng", "trx")) {
            FixtureReports.truth(folder).forEach(file -> lines.add(row(folder, file.getKey(), file.getValue())));
        }

        assertThat(ImportTable.inDocument("reports", lines)).isEqualTo(ImportTable.text(lines));
    }

    private static String row(String folder, String file, JsonNode truth) {
        try {
            var read = FixtureReports.fixture(folder, file);
            return "| %s | %s | %d | %d | %d | %d | %d | %d |"
                    .formatted(
                            folder + "/" + file,
                            read.kind(),
                            read.cases().size(),
                            cases(truth),
                            read.count(Verdict.PASSED),
                            read.count(Verdict.FAILED),
                            read.count(Verdict.BROKEN),
                            read.count(Verdict.SKIPPED));
        } catch (UnreadableReport refused) {
            return "| %s/%s | refused: %s | | | | | | |"
                    .formatted(folder, file, refused.finding().problem().replace("|", "/"));
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static int cases(JsonNode truth) {
        for (var name : List.of("testcases", "tests", "scenarios", "results")) {
            if (truth.has(name)) {
                return truth.path(name).asInt();
            }
        }
        return -1;
    }
}
