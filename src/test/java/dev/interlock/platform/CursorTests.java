package dev.interlock.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CursorTests {
    private static final ProjectId SHOP = new ProjectId(1);

    @Test
    void givesBackTheValuesOfItsList() {
        var cursor = Cursor.of(SHOP, "runs", List.of("482", ""));

        assertThat(Cursor.values(SHOP, "runs", cursor)).containsExactly("482", "");
    }

    @Test
    void isRefusedByAnotherProjectAnotherListAndWhenAltered() {
        var cursor = Cursor.of(SHOP, "runs", List.of("482"));

        assertThatThrownBy(() -> Cursor.values(new ProjectId(2), "runs", cursor))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.values(SHOP, "tests", cursor)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.values(SHOP, "runs", cursor + "A")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.values(SHOP, "runs", "nonsense")).isInstanceOf(Problem.class);
    }
}
