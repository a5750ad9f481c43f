package catchment.compiler.query;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.eval.MemoryFiles;
import catchment.compiler.model.Constraint;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Graph;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The standard tables are what the published ones are; {@code listing.txt} has them all, a line for each table and column. */
final class StandardTablesTest {
    private static final String PERMISSIONS = "claim_permissions(\"appointments\", \"covid_therapeutics\", \"isaric\", \"occupation_on_covid_vaccine_record\", "
            + "\"open_prompt\", \"sgss_covid_all_tests\", \"ukrr\", \"waiting_list\")\n";

    @Test
    void haveTheColumnsTypesAndConstraintsOfThePublishedOnes() throws IOException {
        List<String> expected = listing();
        List<String> tables = expected.stream().filter(line -> !line.startsWith(" ")).map(line -> line.substring(0, line.indexOf(':'))).toList();

        List<String> found = new ArrayList<>();
        for (String table : tables) {
            found.addAll(lines(table, series(table)));
        }

        assertThat(found).isEqualTo(expected);
    }

    private static List<String> listing() throws IOException {
        try (InputStream text = Objects.requireNonNull(StandardTablesTest.class.getResourceAsStream("/ehrql/tables/listing.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Series series(String table) {
        String module = "ehrql.tables." + table.substring(0, table.lastIndexOf('.'));
        String name = table.substring(table.lastIndexOf('.') + 1);
        String definition = "from ehrql import claim_permissions, create_dataset\nfrom " + module + " import " + name + "\n" + PERMISSIONS
                + "dataset = create_dataset()\ndataset.define_population(" + name + ".exists_for_patient())\n";
        CompileResult result = new Compiler().compile(new CompileRequest(
                "definition.ehrql",
                new MemoryFiles(Map.of("definition.ehrql", definition)),
                Path.of("."),
                LocalDate.of(2026, 1, 1),
                List.of(),
                CompileRequest.Wanted.DATASET));
        return result.definition().orElseThrow(() -> new AssertionError(table + ": " + result.diagnostics())).dataset().orElseThrow().population();
    }

    private static List<String> lines(String table, Series population) {
        assertThat(population).isInstanceOf(Exists.class);
        List<String> lines = new ArrayList<>();
        Graph.postOrder(population).forEach(node -> {
            switch (node) {
                case SelectTable many -> lines.addAll(lines(table, many.definition(), "many rows"));
                case SelectPatientTable one -> lines.addAll(lines(table, one.definition(), "one row"));
                default -> {}
            }
        });
        return lines;
    }

    private static List<String> lines(String table, TableDefinition definition, String rows) {
        List<String> lines = new ArrayList<>();
        String activation = switch (definition.activation()) {
            case TableDefinition.Activation.None _ -> "none";
            case TableDefinition.Activation.ByBackend _ -> "by the backend";
            case TableDefinition.Activation.ByColumn column -> column.column();
        };
        lines.add(table + ": " + definition.name() + ", " + rows + ", permission " + definition.requiredPermission().orElse("none") + ", activation " + activation);
        for (TableSchema.Column column : definition.schema().columns()) {
            lines.add("    " + column.name() + " " + column.type().serialName()
                    + column.constraints().stream().map(constraint -> "; " + line(constraint)).collect(Collectors.joining())
                    + column.dummyDataConstraints().stream().map(constraint -> "; dummy data " + line(constraint)).collect(Collectors.joining()));
        }
        return lines;
    }

    private static String line(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Categorical categorical ->
                    "one of " + categorical.values().stream().map(String::valueOf).collect(Collectors.joining(" | "));
            case Constraint.NotNull _ -> "not null";
            case Constraint.Unique _ -> "unique";
            case Constraint.FirstOfMonth _ -> "first of month";
            case Constraint.Regex regex -> "matches " + regex.regex();
            case Constraint.ClosedRange range -> range.minimum() + " to " + range.maximum() + " by " + range.step();
            case Constraint.DateAfter after -> "after " + String.join(", ", after.columnNames());
            case Constraint.GeneralRange range -> "from " + bound(range.minimum(), range.includesMinimum()) + " to " + bound(range.maximum(), range.includesMaximum());
        };
    }

    private static String bound(Optional<Object> bound, boolean included) {
        return (included ? "=" : "") + bound.map(Object::toString).orElse("null");
    }
}
