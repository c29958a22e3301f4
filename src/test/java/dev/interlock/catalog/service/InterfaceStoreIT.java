package dev.interlock.catalog.service;

import static dev.interlock.catalog.TestCatalog.ANA;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.CatalogTest;
import dev.interlock.catalog.ChangeClass;
import dev.interlock.catalog.InterfaceImported;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.TestCatalog;
import dev.interlock.openapi.InterfaceChange.Rule;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

@CatalogTest
class InterfaceStoreIT {
    private static final ServiceKey CONDUIT = ServiceKey.of("conduit");
    private static final Path DOCUMENT = Path.of("src/test/fixtures/openapi/realworld--openapi.yml");

    @Autowired
    Interfaces interfaces;

    @Autowired
    Services services;

    @Autowired
    ApplicationEvents events;

    private final ProjectId project = TestCatalog.newProject();

    @Test
    void importsADocumentAndRegistersItsService() throws IOException {
        var imported = interfaces.importDocument(project, CONDUIT, Interfaces.DEFAULT, realWorld(), ANA);

        assertThat(imported.total()).isEqualTo(19);
        assertThat(imported.added()).hasSize(19).contains("POST /users/login");
        assertThat(imported.change()).isEqualTo(ChangeClass.NONE);
        assertThat(services.find(project, CONDUIT)).isPresent();
        assertThat(interfaces.operations(project, CONDUIT)).hasSize(19);
        assertThat(interfaces.document(project, CONDUIT).orElseThrow().operations())
                .hasSize(19);
        assertThat(interfaces.current(project, CONDUIT).orElseThrow().number()).isEqualTo(1);
        assertThat(events.stream(InterfaceImported.class))
                .anyMatch(news -> news.first() && news.project().equals(project));
    }

    @Test
    void tellsWhatAReimportChanges() throws IOException {
        interfaces.importDocument(project, CONDUIT, Interfaces.DEFAULT, realWorld(), ANA);
        var text = Files.readString(DOCUMENT);
        var changed = Upload.text("openapi.yml", text.replace("  /tags:", "  /labels:"));

        var preview = interfaces.preview(project, CONDUIT, Interfaces.DEFAULT, changed);
        var stillFirst = interfaces.current(project, CONDUIT).orElseThrow();
        var imported = interfaces.importDocument(project, CONDUIT, Interfaces.DEFAULT, changed, ANA);

        assertThat(preview.added()).containsExactly("GET /labels");
        assertThat(preview.removed()).containsExactly("GET /tags");
        assertThat(stillFirst.number()).isEqualTo(1);
        assertThat(imported.change()).isEqualTo(ChangeClass.BREAKING);
        assertThat(interfaces.revisions(project, CONDUIT)).hasSize(2);
        assertThat(interfaces.documentOf(project, stillFirst.id()).orElseThrow().operation("GET /tags"))
                .isPresent();
    }

    @Test
    void keepsWhatARevisionChanged() throws IOException {
        var first = interfaces.importDocument(project, CONDUIT, Interfaces.DEFAULT, realWorld(), ANA);
        var text = Files.readString(DOCUMENT);

        var second = interfaces.importDocument(
                project,
                CONDUIT,
                Interfaces.DEFAULT,
                Upload.text("openapi.yml", text.replace("  /tags:", "  /labels:")),
                ANA);

        var revision = requireNonNull(second.revision());
        assertThat(interfaces.changes(project, revision.id())).isEqualTo(second.differences());
        assertThat(second.differences())
                .anyMatch(change -> change.rule() == Rule.OPERATION_REMOVED
                        && change.operation().equals("GET /tags"));
        assertThat(interfaces.changes(project, requireNonNull(first.revision()).id()))
                .isEmpty();
        assertThat(interfaces.changes(TestCatalog.newProject(), revision.id())).isEmpty();
    }

    @Test
    void addsNoRevisionForTheSameDocument() throws IOException {
        interfaces.importDocument(project, CONDUIT, Interfaces.DEFAULT, realWorld(), ANA);

        var again = interfaces.importDocument(project, CONDUIT, Interfaces.DEFAULT, realWorld(), ANA);

        assertThat(again.unchanged()).isTrue();
        assertThat(interfaces.revisions(project, CONDUIT)).hasSize(1);
    }

    @Test
    void keepsTheLastGoodRevisionWhenADocumentIsRefused() throws IOException {
        interfaces.importDocument(project, CONDUIT, Interfaces.DEFAULT, realWorld(), ANA);

        assertThatThrownBy(() -> interfaces.importDocument(
                        project, CONDUIT, Interfaces.DEFAULT, Upload.text("a.yml", "openapi: [3"), ANA))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(CatalogProblem.INTERFACE_IS_UNREADABLE);
                    assertThat(problem.findings()).isNotEmpty();
                });
        assertThat(interfaces.current(project, CONDUIT).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void refusesToFetchFromAClosedAddress() {
        assertThatThrownBy(() -> interfaces.fetch("http://169.254.169.254/openapi.json"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(CatalogProblem.INTERFACE_IS_UNREACHABLE));
    }

    private static Upload realWorld() throws IOException {
        return new Upload("realworld--openapi.yml", Files.readAllBytes(DOCUMENT));
    }
}
