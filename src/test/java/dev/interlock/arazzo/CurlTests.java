package dev.interlock.arazzo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CurlTests {

    @Test
    void quotesEverythingButTheNamesOfSecrets() {
        var call = new HttpCall(
                "shop",
                "POST",
                URI.create("http://shop.test/orders?a=$b"),
                List.of(new HttpHeader("Authorization", "Bearer $TOKEN")),
                "{\"it's\": \"$(rm -rf)\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(Curl.of(call, Set.of("TOKEN"))).isEqualTo("""
                curl -X 'POST' 'http://shop.test/orders?a=$b' \\
                  -H 'Authorization: Bearer '"$TOKEN"'' \\
                  --data-raw '{"it'\\''s": "$(rm -rf)"}'""");
    }
}
