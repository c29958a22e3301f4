package dev.interlock.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlock.platform.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTests {
    private static final String MINIMAL = "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"t\"}, \"paths\": {}}";

    @Test
    void refusesAliasBombs() {
        var bomb = new StringBuilder("openapi: 3.1.0\ninfo: {title: t}\npaths: {}\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (var level = 1; level < 10; level++) {
            bomb.append("a%d: &a%d [".formatted(level, level));
            bomb.append(("*a" + (level - 1) + ",").repeat(5)).append("]\n");
        }

        assertThat(refused("bomb.yaml", bomb.toString()).problem()).contains("grows beyond");
    }

    @Test
    void refusesManyAliases() {
        var aliases = "openapi: 3.1.0\npaths: {}\na: &a {b: 1}\nc: [" + "*a,".repeat(60) + "]\n";

        assertThat(refused("a.yaml", aliases).problem()).contains("More than 50 YAML aliases");
    }

    @Test
    void refusesAliasesThatContainThemselves() {
        assertThat(refused("a.yaml", "openapi: 3.1.0\npaths: {}\na: &a [*a]\n"))
                .satisfies(finding -> assertThat(finding.where()).isEqualTo("line 3, column 8"));
    }

    @Test
    void refusesTagsOfCode() {
        assertThat(refused("a.yaml", "openapi: 3.1.0\npaths: !!javax.script.ScriptEngineManager []\n")
                        .problem())
                .contains("is not accepted");
    }

    @Test
    void refusesDepth() {
        var deep = "[".repeat(5_000);

        assertThat(refused("a.json", "{\"openapi\": \"3.1.0\", \"a\": " + deep).problem())
                .containsIgnoringCase("deep");
        assertThat(refused("a.yaml", "openapi: 3.1.0\na: " + deep).problem()).containsIgnoringCase("deep");
    }

    @Test
    void refusesSizes() {
        var large = "{\"a\": \"" + "x".repeat(17 * 1024 * 1024) + "\"}";
        var yaml = "a: b\n".repeat(1_700_000);

        assertThat(refused("a.json", large).problem()).contains("the limit is 16,777,216");
        assertThat(refused("a.yaml", yaml).problem()).contains("the limit is 8,388,608");
    }

    @Test
    void refusesBytesThatAreNoText() {
        var upload = new Upload("a.yaml", new byte[] {'a', ':', ' ', (byte) 0xc0, (byte) 0x80});

        assertThatThrownBy(() -> OpenApiDocument.read(upload))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("not valid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsTextWithAByteOrderMark(String charset) {
        var content = ("\uFEFF" + MINIMAL).getBytes(Charset.forName(charset));

        assertThat(OpenApiDocument.read(new Upload("a.json", content)).title()).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "[]", "5", "null", "{}", "openapi: 4.0.0", "swagger: 1.2", "openapi: 3.3.0", "a: b"})
    void refusesWhatIsNoOpenApi(String text) {
        assertThat(refused("a.yaml", text).hint()).isNotBlank();
    }

    @Test
    void namesAllFaultsTogether() {
        var refusal = catchThrowableOfType(
                UnreadableDocument.class,
                () -> Fixtures.yaml("openapi: 3.0.0\npaths: {/a: 5, /b: {get: []}, /c: {put: x}}\ncomponents: []\n"));

        assertThat(refusal.findings())
                .extracting(Finding::where)
                .containsExactlyInAnyOrder("/components", "/paths/~1a", "/paths/~1b/get", "/paths/~1c/put");
    }

    @Test
    void keepsWordsAndDatesOfYamlAsTheyAre() {
        var document = Fixtures.yaml(
                "openapi: 3.1\npaths: {}\nx: {a: yes, b: 2026-01-01, c: 1.10, on: off, d: 0o17, e: 12:30}\n");

        assertThat(document.at("/x").orElseThrow().toString())
                .isEqualTo("{\"a\":\"yes\",\"b\":\"2026-01-01\",\"c\":1.10,\"on\":\"off\",\"d\":15,\"e\":\"12:30\"}");
        assertThat(document.version()).isEqualTo(OpenApiVersion.V3_1);
    }

    @Test
    void mergesYamlKeys() {
        var document = Fixtures.yaml("openapi: 3.1.0\npaths: {}\na: &a {b: 1, c: 2}\nd: {<<: *a, c: 3}\n");

        assertThat(document.at("/d").orElseThrow().toString()).isEqualTo("{\"c\":3,\"b\":1}");
    }

    @Test
    void survivesReferencesInACircle() {
        var document = Fixtures.yaml("""
                openapi: 3.0.0
                paths: {/a: {$ref: '#/paths/~1b'}, /b: {$ref: '#/paths/~1a'}}
                components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}
                """);

        assertThat(document.operations()).isEmpty();
        assertThat(document.follow(new Located(
                                "", document.at("/components/schemas/A").orElseThrow()))
                        .exists())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.json", "/etc/a.json", "a/../../b.json", "C:\\a.json", "..\\a.json"})
    void refusesNamesThatLeadOutside(String name) throws IOException {
        var archive = zip(Map.of(name, MINIMAL));

        assertThatThrownBy(() -> OpenApiBundle.zip(archive)).isInstanceOf(UnreadableDocument.class);
        assertThatThrownBy(() -> OpenApiBundle.of(Map.of(name, new byte[0]))).isInstanceOf(UnreadableDocument.class);
    }

    @Test
    void refusesLinksInArchives() throws IOException {
        var archive = zip(Map.of("a.json", "/etc/passwd"));
        var directory = indexOf(archive, new byte[] {'P', 'K', 1, 2});
        archive[directory + 41] = (byte) 0xA1;

        assertThatThrownBy(() -> OpenApiBundle.zip(archive))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("is a link");
    }

    @Test
    void refusesArchivesThatUnpackTooLarge() throws IOException {
        var archive = zip(Map.of("a.json", "0".repeat(65 * 1024 * 1024)));

        assertThatThrownBy(() -> OpenApiBundle.zip(archive)).hasMessageContaining("more than 64 MiB");
    }

    @Test
    void refusesArchivesWithTooManyEntries() throws IOException {
        var names = IntStream.range(0, 10_001).boxed().collect(Collectors.toMap(one -> one + ".txt", one -> ""));
        var archive = zip(names);

        assertThatThrownBy(() -> OpenApiBundle.zip(archive)).hasMessageContaining("10,001 entries");
    }

    @Test
    void refusesDamagedArchives() throws IOException {
        var archive = zip(Map.of("a.json", MINIMAL));
        for (var length = 4; length < archive.length; length += 7) {
            var part = Arrays.copyOf(archive, length);
            assertThatThrownBy(() -> OpenApiDocument.read(new Upload("a.zip", part)))
                    .isInstanceOf(UnreadableDocument.class);
        }
    }

    @Test
    void readsTheRootChosenOfAnArchive() throws IOException {
        var other = MINIMAL.replace("\"t\"", "\"other\"");
        var archive = zip(Map.of("a/one.json", MINIMAL, "b/two.json", other, "readme.md", "text"));
        var bundle = OpenApiBundle.zip(archive);

        assertThat(bundle.roots()).containsExactly("a/one.json", "b/two.json");
        assertThat(bundle.read(Optional.of("b/two.json")).title()).isEqualTo("other");
        assertThatThrownBy(bundle::read).hasMessageContaining("?root=");
    }

    @Test
    void doesNotReadFilesOutsideTheUpload() {
        var files = Map.of("a.json", """
                {"openapi": "3.1.0", "info": {"title": "t"}, "paths": {"/a": {"$ref": "../../etc/passwd"},
                 "/b": {"$ref": "file:///etc/passwd"}, "/c": {"$ref": "http://127.0.0.1:1/x.json"}}}""".getBytes(StandardCharsets.UTF_8));

        var document = OpenApiBundle.of(files).read();

        assertThat(document.findings().stream().filter(one -> one.problem().contains("is not fetched")))
                .hasSize(3);
    }

    private static Finding refused(String name, String text) {
        var refusal = catchThrowableOfType(UnreadableDocument.class, () -> OpenApiDocument.read(name, text));
        assertThat(refusal).isNotNull();
        assertThat(refusal.findings()).isNotEmpty().allMatch(Finding::isError);
        return refusal.findings().getFirst();
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : List.copyOf(files.entrySet())) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return IntStream.range(0, bytes.length - part.length)
                .filter(at -> Arrays.equals(bytes, at, at + part.length, part, 0, part.length))
                .findFirst()
                .orElseThrow();
    }
}
