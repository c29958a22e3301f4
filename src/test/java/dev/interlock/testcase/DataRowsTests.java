package dev.interlock.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DataRowsTests {

    @Test
    void readsQuotedValuesLineEndsInThemAndLeavesEmptyOnesOut() {
        var rows = DataRows.csv("sku,note\r\nA1,\"a \"\"b\"\",\nc\"\r\nA2,\n");

        assertThat(rows).containsExactly(Map.of("sku", "A1", "note", "a \"b\",\nc"), Map.of("sku", "A2"));
    }

    @Test
    void hasNoRowsWithoutAText() {
        assertThat(DataRows.csv("")).isEmpty();
    }
}
