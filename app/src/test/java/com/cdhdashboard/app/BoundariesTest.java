package com.cdhdashboard.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. Each rule gives its reason, which is also what a broken build shows. */
class BoundariesTest {
    private static final String ROOT = "com.cdhdashboard.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.cdhdashboard");

    @ParameterizedTest
    @ValueSource(strings = {"stats", "core", "duckdb", "assistant", "app"})
    void theRulesSeeEveryModule(String module) {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().startsWith(ROOT + module)))
                .hasSizeGreaterThan(10);
    }

    @Test
    void onlyTheEngineModuleKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "duckdb..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "java.sql..")
                .because("a second engine must be able to stand beside the first, behind the same ports")
                .check(CLASSES);
    }

    @Test
    void onlyTheApplicationKnowsItsFrameworks() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "gg.jte..", "picocli..")
                .because("web server, templates and command line are ways to show results, not ways to get them")
                .check(CLASSES);
    }

    @Test
    void workbooksAreReadInOnePlaceAndWrittenInTheApplication() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "app..", ROOT + "core.sheet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dhatim..")
                .because("a workbook is one form of rows and columns, which nobody else needs to know of")
                .check(CLASSES);
    }

    @Test
    void onlyOnePackageKnowsTheProtocolOfAgents() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "app.mcp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.modelcontextprotocol..", "reactor..", "org.reactivestreams..")
                .because("agents are one door of several to the same tools")
                .check(CLASSES);
    }

    @Test
    void whatIsComputedKnowsNothingOfHttp() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "core..", ROOT + "stats..", ROOT + "duckdb..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..", "com.sun.net.httpserver..", "jakarta.servlet..", "org.eclipse.jetty..")
                .because("the same numbers are asked for by pages, API and command line")
                .check(CLASSES);
    }

    @Test
    void statisticsKnowOnlyTheJdkAndNumericLibraries() {
        classes()
                .that()
                .resideInAPackage(ROOT + "stats..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "stats..",
                        "java..",
                        "org.jspecify..",
                        "org.apache.commons.numbers..",
                        "org.hipparchus..")
                .because("a formula must be readable, testable and reusable without the product around it")
                .check(CLASSES);
    }

    @Test
    void modulesKnowOnlyThoseBelowThem() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "duckdb..", ROOT + "assistant..", ROOT + "app..")
                .because("core holds the ports; engine and application plug into them")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "duckdb..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "assistant..", ROOT + "app..")
                .because("the engine runs without any front end, and later inside a cluster")
                .check(CLASSES);
    }

    @Test
    void theAssistantAsksTheMetricLayerAlone() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "assistant..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "duckdb..", ROOT + "app..")
                .because("what a model asks for goes through the same checked questions as everything else")
                .check(CLASSES);
    }

    @Test
    void onlyProvidersKnowTheirLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "assistant.provider..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.langchain4j..")
                .because("another library, or a provider of its own, must be able to stand behind the same port")
                .check(CLASSES);
    }

    @Test
    void onlyTheStartKnowsTheEngineInTheApplication() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "app..")
                .and()
                .resideOutsideOfPackages(ROOT + "app.start..", ROOT + "app.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "duckdb..")
                .because("the parts are put together in one place; the demo export alone borrows the parquet writer")
                .check(CLASSES);
    }

    @Test
    void pagesDoNotKnowOneAnother() {
        slices().matching(ROOT + "app.page.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a page can then be changed or removed without a look at the others")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + "(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle can only be understood, tested and moved together")
                .check(CLASSES);
    }
}
