package dev.interlock.arazzo.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PointedTests {
    private static final String ROOT = """
            {"a%20b": 1, "a b": 2, "c~d": 3, "e/f": 4, "~1": 5, "": 6, "+": 7, "list": [8, 9], "01": 10, "~2": 11}
            """;

    private static Lookup at(String pointer) {
        return Pointed.at(JsonMapper.shared().readTree(ROOT), pointer, "test");
    }

    @ParameterizedTest
    @CsvSource({"/a%20b,1", "/a b,2", "/c~0d,3", "/e~1f,4", "/~01,5", "/,6", "/+,7", "/list/0,8", "/list/1,9", "/01,10"
    })
    void readsMembersAndItemsAsWritten(String pointer, int value) {
        assertThat(at(pointer))
                .isInstanceOfSatisfying(
                        Lookup.Present.class,
                        found -> assertThat(found.value().asInt()).isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/list/01", "/list/00", "/list/-", "/list/+1", "/list/2", "/a%2520b", "/list/9999999999"})
    void findsNothingWhereNothingIs(String pointer) {
        assertThat(at(pointer)).isInstanceOf(Lookup.Absent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/~2", "/c~d", "/c~"})
    void refusesAnEscapeThatDoesNotExist(String pointer) {
        assertThat(at(pointer))
                .isInstanceOf(Lookup.Absent.class)
                .asString()
                .contains("is not a JSON pointer", "write ~0 for ~");
    }
}
