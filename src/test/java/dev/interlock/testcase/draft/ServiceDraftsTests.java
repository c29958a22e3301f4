package dev.interlock.testcase.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.arazzo.DocumentFinding;
import dev.interlock.arazzo.OpenApiOperations;
import dev.interlock.arazzo.Source;
import dev.interlock.arazzo.Sources;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.UnreadableDocument;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ServiceDraftsTests {
    private static final String REALWORLD = "realworld--openapi.yml";
    private static final Path FOLDER = Path.of("src/test/fixtures/openapi");

    @TestFactory
    Stream<DynamicTest> everyDraftOfEveryReadableDocumentIsValid() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .filter(file -> !file.toString().endsWith(".tsv") && !file.endsWith("TRUTH.json"))
                    .sorted()
                    .flatMap(file -> document(file).stream().map(document -> test(file, document)))
                    .toList()
                    .stream();
        }
    }

    @Test
    void draftsSeveralRunnableTestsOfRealWorld() {
        var drafts = drafts("realworld--openapi.yml");

        assertThat(drafts.stream().filter(draft -> draft.toFillIn().isEmpty()))
                .extracting(Draft::name)
                .contains(
                        "Articles: list",
                        "Articles: list, then read one by slug, then read its comments",
                        "Tags: list",
                        "User: read (signed in)");
    }

    @Test
    void readsAnArticleByTheSlugTheListGave() {
        var draft = named(
                drafts("realworld--openapi.yml"), "Articles: list, then read one by slug, then read its comments");

        assertThat(draft.document())
                .contains("$response.body#/articles/0/slug")
                .contains("$steps.GetArticles.outputs.slug");
    }

    @Test
    void marksWhatChangesDataAndWhatIsMadeUp() {
        var drafts = drafts("realworld--openapi.yml");

        var writing =
                drafts.stream().filter(draft -> draft.key().endsWith("-write")).toList();
        assertThat(writing)
                .isNotEmpty()
                .allSatisfy(
                        draft -> assertThat(draft.toFillIn()).anyMatch(sentence -> sentence.contains("changes data")));
        assertThat(named(drafts("learn.openapis.org--uber.json"), "Products: list")
                        .toFillIn())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"latitude\" (query) of GET /products is made up");
    }

    @Test
    void namesTheIdentityWhereCallsNeedOne() {
        var drafts = drafts("realworld--openapi.yml");

        assertThat(named(drafts, "User: read (signed in)").identities()).containsExactly("Token");
        assertThat(named(drafts, "Tags: list").identities()).isEmpty();
    }

    @Test
    void aTestThatSignsInWaitsForAnIdentity() {
        var path = FOLDER.resolve(REALWORLD);
        var without = ServiceDrafts.of(service(path), document(path).orElseThrow(), false);

        assertThat(named(without, "User: read (signed in)").toFillIn())
                .singleElement()
                .asString()
                .contains("Token")
                .contains("no environment has an identity");
        assertThat(named(without, "Tags: list").toFillIn()).isEmpty();
        assertThat(named(drafts(REALWORLD), "User: read (signed in)").toFillIn())
                .isEmpty();
    }

    @Test
    void draftsTheSameEachTime() {
        assertThat(drafts("learn.openapis.org--uber.json")).isEqualTo(drafts("learn.openapis.org--uber.json"));
    }

    private static DynamicTest test(Path file, OpenApiDocument document) {
        return DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            var service = service(file);
            var drafts = ServiceDrafts.of(service, document, true);
            var known =
                    Sources.of(service.value().replace('.', '-'), Source.described(new OpenApiOperations(document)));

            assertThat(drafts.isEmpty()).isEqualTo(document.operations().isEmpty());
            assertThat(drafts).extracting(Draft::key).doesNotHaveDuplicates().allMatch(Keys::isWellFormed);
            for (var draft : drafts) {
                var reading = ArazzoDocument.inspect(draft.document(), known);
                assertThat(reading.findings().stream().filter(DocumentFinding::isError))
                        .as(draft.document())
                        .isEmpty();
            }
            System.out.printf(
                    "%s: %d operations, %d drafts, %d runnable%n",
                    file.getFileName(),
                    document.operations().size(),
                    drafts.size(),
                    drafts.stream().filter(draft -> draft.toFillIn().isEmpty()).count());
        });
    }

    private static Draft named(List<Draft> drafts, String name) {
        return drafts.stream()
                .filter(draft -> draft.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Draft> drafts(String file) {
        var path = FOLDER.resolve(file);
        return ServiceDrafts.of(service(path), document(path).orElseThrow(), true);
    }

    private static ServiceKey service(Path file) {
        return new ServiceKey(Keys.propose(file.getFileName().toString()));
    }

    private static Optional<OpenApiDocument> document(Path file) {
        try {
            return Optional.of(
                    OpenApiDocument.read(new Upload(file.getFileName().toString(), Files.readAllBytes(file))));
        } catch (UnreadableDocument e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
