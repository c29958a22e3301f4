package dev.interlock.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenTextTests {
    @Test
    void readsWhatItWrote() {
        var token = TokenText.create();

        assertThat(token.text()).matches("ilk_pat_[0-9A-Za-z]{57}");
        assertThat(TokenText.read(token.text())).contains(token);
    }

    @Test
    void findsATypingErrorByTheChecksum() {
        var text = TokenText.create().text();
        var wrong = text.charAt(20) == 'a' ? 'b' : 'a';

        assertThat(TokenText.read(text.substring(0, 20) + wrong + text.substring(21)))
                .isEmpty();
        assertThat(TokenText.read(text + "a")).isEmpty();
        assertThat(TokenText.read("")).isEmpty();
    }

    @Test
    void showsNoSecretInLogs() {
        var token = TokenText.create();

        assertThat(token.toString()).doesNotContain(token.secret());
    }
}
