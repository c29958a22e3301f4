package dev.interlock.schedule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronWordsTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 2 * *         | has 4 fields and needs five
                    nightly         | has 1 field and needs five
                    0 0 2 * * *     | has 6 fields and needs five
                    0 25 * * *      | "25" is no hour (0-23).
                    61 2 * * *      | "61" is no minute (0-59).
                    0 2 * * FUNDAY  | "FUNDAY" is no day of week (0-7 or MON-SUN).
                    0 2 40 13 *     | "40" is no day of month (1-31), "13" is no month (1-12).
                    """)
    void namesTheFieldsNobodyCanRead(String cron, String words) {
        assertThatThrownBy(() -> Timetable.of(cron, "UTC"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }
}
