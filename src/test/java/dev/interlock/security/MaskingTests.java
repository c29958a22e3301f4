package dev.interlock.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTests {
    private static final String CANARY = "s3cr/t&\"ü+<💡> v\\al";
    private final Masking masking = Masking.of(Map.of("KEY", CANARY));

    @Test
    void hidesASecretAsItIs() {
        assertThat(masking.text("before " + CANARY + " after")).isEqualTo("before $KEY after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "user:", "x-y-z"})
    void hidesBase64AtEveryAlignment(String before) {
        var bytes = (before + CANARY + "tail").getBytes(UTF_8);

        assertThat(masking.text(Base64.getEncoder().encodeToString(bytes))).contains("$KEY");
        assertThat(masking.text(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                .contains("$KEY");
    }

    @Test
    void hidesBase64InsideAnAddress() {
        var basic = Base64.getEncoder().encodeToString(("me:" + CANARY).getBytes(UTF_8));

        assertThat(masking.text("?auth=" + URLEncoder.encode(basic, UTF_8))).contains("$KEY");
    }

    @Test
    void hidesPercentEncodingInEitherCaseAndWithPlusForSpace() {
        var encoded = URLEncoder.encode(CANARY, UTF_8);

        assertThat(masking.text("q=" + encoded + "&r=1")).isEqualTo("q=$KEY&r=1");
        assertThat(masking.text("q=" + encoded.replace("+", "%20"))).isEqualTo("q=$KEY");
        assertThat(masking.text("q=" + encoded.replace("%2F", "%2f").replace("%2B", "%2b")))
                .isEqualTo("q=$KEY");
    }

    @Test
    void hidesASecretOfWhichOnlyAPartIsPercentEncoded() {
        assertThat(masking.text("q=" + CANARY.replace("+", "%2B"))).isEqualTo("q=$KEY");
    }

    @Test
    void hidesJsonEscapes() {
        var escaped = CANARY.replace("\\", "\\\\").replace("\"", "\\\"");

        assertThat(masking.text("{\"a\":\"" + escaped + "\"}")).isEqualTo("{\"a\":\"$KEY\"}");
        assertThat(masking.text("{\"a\":\""
                        + escaped.replace("/", "\\/")
                                .replace("ü", "\\u00FC")
                                .replace("<", "\\u003c")
                                .replace("💡", "\\ud83d\\udca1")
                        + "\"}"))
                .isEqualTo("{\"a\":\"$KEY\"}");
    }

    @Test
    void hidesHtmlEscapes() {
        var escaped = CANARY.replace("&", "&amp;").replace("\"", "&#34;").replace("<", "&lt;");

        assertThat(masking.text("<p>" + escaped + "</p>")).isEqualTo("<p>$KEY</p>");
        assertThat(masking.text("<p>" + escaped.replace("&#34;", "&quot;").replace(">", "&#x3E;") + "</p>"))
                .isEqualTo("<p>$KEY</p>");
    }

    @Test
    void prefersTheLongerOfTwoSecretsThatBeginAlike() {
        var two = Masking.of(Map.of("SHORT", "alpha-", "LONG", "alpha-beta"));

        assertThat(two.text("alpha-beta alpha-")).isEqualTo("$LONG $SHORT");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(masking.text("100% of \\u12 &amp; %zz &#xyz; 💡 %"))
                .isEqualTo("100% of \\u12 &amp; %zz &#xyz; 💡 %");
    }

    @Test
    void hidesSecretsInBodiesOfTheCharsetNamed() {
        var body = ("<a>" + CANARY + "</a>").getBytes(UTF_16LE);

        assertThat(new String(masking.body(body, "text/xml; charset=UTF-16LE"), UTF_16LE))
                .isEqualTo("<a>$KEY</a>");
    }

    @Test
    void hidesSecretsBetweenBytesThatAreNoText() {
        var body = ("\u00ff\u00fe" + new String(CANARY.getBytes(UTF_8), ISO_8859_1) + "\u00ff").getBytes(ISO_8859_1);

        assertThat(masking.body(body, "application/octet-stream"))
                .isEqualTo("\u00ff\u00fe$KEY\u00ff".getBytes(ISO_8859_1));
    }

    @Test
    void showsCredentialHeadersByNameOfTheSecretOnly() {
        var headers = List.of(
                new Masking.Header("Authorization", "Bearer " + CANARY),
                new Masking.Header("authorization", "Bearer made-up"),
                new Masking.Header("X-Session-Token", "made-up"),
                new Masking.Header("Accept", "application/json"));

        assertThat(masking.headers(headers))
                .extracting(Masking.Header::value)
                .containsExactly("Bearer $KEY", "(masked)", "(masked)", "application/json");
    }

    @Test
    void readsLongTextsOfEscapesInOnePass() {
        var slashes = Masking.of(Map.of("KEY", "\\".repeat(100) + "x"));

        assertThat(slashes.text("\\".repeat(20_000))).hasSize(20_000);
    }
}
