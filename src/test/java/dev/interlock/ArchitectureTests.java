package dev.interlock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The executable form of src/docs/house.md. */
class ArchitectureTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(Interlock.class);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.interlock");

    /** A stream of rows holds its connection until somebody closes it; a list gives it back at once. */
    @Test
    void rowsAreReadAsListsSoThatNoConnectionIsKept() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(CLASSES);
    }

    @Test
    void everyModuleKeepsToItsNeighbours() {
        MODULES.verify();
    }

    @Test
    void documentsAndTestLanguageArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.interlock.openapi..", "dev.interlock.arazzo..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nothingEvaluatesTextAsSpringExpression() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.expression..")
                .check(CLASSES);
    }

    @Test
    void modulesAreDeclaredInMainOnly() throws IOException {
        var main = Path.of("src/main/java");
        var test = Path.of("src/test/java");

        try (var files = Files.walk(test)) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .filter(file -> Files.exists(main.resolve(test.relativize(file)))))
                    .as("a package-info.java under src/test hides the one in src/main")
                    .isEmpty();
        }
    }

    @Test
    void writesTheModuleDiagrams() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeModuleCanvases();

        assertThat(Path.of("target/spring-modulith-docs")).isNotEmptyDirectory();
    }
}
