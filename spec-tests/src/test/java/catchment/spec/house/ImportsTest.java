package catchment.spec.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Imports go one way: {@code runner → runtime → dialects → compiler → grammar}. */
final class ImportsTest {
    private static final Set<String> GENERATED = Set.of("SurfaceLexer", "SurfaceParser");
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("catchment");

    @Test
    void seesEveryModule() {
        assertThat(HOUSE.stream().map(type -> type.getPackageName().split("\\.")[1]).distinct())
                .contains("grammar", "compiler", "dialects", "runtime", "runner");
    }

    @Test
    void goOneWayOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("grammar").definedBy("catchment.grammar..")
                .layer("compiler").definedBy("catchment.compiler..")
                .layer("dialects").definedBy("catchment.dialects..")
                .layer("runtime").definedBy("catchment.runtime..")
                .layer("runner").definedBy("catchment.runner..")
                .whereLayer("runner").mayNotBeAccessedByAnyLayer()
                .whereLayer("runtime").mayOnlyBeAccessedByLayers("runner")
                .whereLayer("dialects").mayOnlyBeAccessedByLayers("runtime", "runner")
                .whereLayer("compiler").mayOnlyBeAccessedByLayers("dialects", "runtime", "runner")
                .check(HOUSE);
    }

    @Test
    void makeNoCycleOfPackages() {
        slices().matching("catchment.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void keepTheLibrariesInTheirRooms() {
        noClasses().that().resideOutsideOfPackage("catchment.grammar.parse..").should().dependOnClassesThat().resideInAPackage("org.antlr..").check(HOUSE);
        noClasses().that().resideInAnyPackage(
                        "catchment.grammar..",
                        "catchment.compiler.eval..",
                        "catchment.compiler.query..",
                        "catchment.compiler.model..",
                        "catchment.compiler.meaning..",
                        "catchment.compiler.definition..",
                        "catchment.runner..")
                .should().dependOnClassesThat().resideInAPackage("org.apache.calcite..")
                .check(HOUSE);
        noClasses().that().resideOutsideOfPackage("catchment.runner..").should().dependOnClassesThat().resideInAnyPackage("picocli..", "me.tongfei..").check(HOUSE);
    }

    @Test
    void useNoReflection() {
        noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..").check(HOUSE);
    }

    @Test
    void useNoOldDates() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.sql.Date")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Date")
                .because("they shift by time zone and have an old calendar")
                .check(HOUSE);
    }

    @Test
    void leaveNoStateInStaticFields() {
        fields().that().areStatic()
                .and().areDeclaredInClassesThat(describe("are written by hand", type -> !GENERATED.contains(type.getSimpleName())))
                .should().beFinal()
                .check(HOUSE);
    }
}
