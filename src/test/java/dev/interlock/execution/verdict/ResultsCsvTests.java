package dev.interlock.execution.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsCsvTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void keepsSpreadsheetsFromCalculating(String name) {
        assertThat(ResultsCsv.field(name)).isEqualTo("'" + name);
    }

    @Test
    void quotesWhatWouldEndAField() {
        assertThat(ResultsCsv.field("a,b")).isEqualTo("\"a,b\"");
        assertThat(ResultsCsv.field("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
        assertThat(ResultsCsv.field("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(ResultsCsv.field(null)).isEmpty();
    }
}
