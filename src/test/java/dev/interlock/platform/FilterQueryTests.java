package dev.interlock.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterQueryTests {
    private static final Set<String> FIELDS = Set.of("status", "risk", "label");

    @Test
    void readsValuesOperatorsNegationAndQuotedWords() {
        var query = FilterQuery.parse("status:failed,Flaky risk:>=25 -label:slow \"card payment\" bank", FIELDS);

        assertThat(query.terms())
                .containsExactly(
                        new FilterQuery.Term("status", "=", List.of("failed", "flaky"), false),
                        new FilterQuery.Term("risk", ">=", List.of("25"), false),
                        new FilterQuery.Term("label", "=", List.of("slow"), true));
        assertThat(query.words()).containsExactly("card payment", "bank");
    }

    @Test
    void namesTokensOfUnknownFieldsAndIgnoresThem() {
        var query = FilterQuery.parse("colour:red status:passed", FIELDS);

        assertThat(query.unknown()).containsExactly("colour:red");
        assertThat(query.terms()).hasSize(1);
    }
}
