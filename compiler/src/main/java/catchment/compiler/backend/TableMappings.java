package catchment.compiler.backend;

import catchment.compiler.backend.BackendTable.Column;
import catchment.compiler.backend.BackendTable.Source;
import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.DateValue;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.Invocation;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Frame;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.compiler.query.FrameValue;
import catchment.grammar.diagnostic.NearNames;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code mapped(…)}, {@code query(…)} and {@code column(…)}: where a table is, and its columns. */
final class TableMappings {
    private TableMappings() {}

    /** {@code column("END_DATE", missing=["9999-12-31"])}. */
    static EvaluatedValue column(Invocation call) {
        Optional<String> name = call.text("name");
        if (name.isEmpty()) {
            return new Poison(call.span());
        }
        List<Object> missing = new ArrayList<>();
        if (call.given("missing").isPresent()) {
            Optional<List<EvaluatedValue>> values = call.elements("missing");
            if (values.isEmpty()) {
                return new Poison(call.span());
            }
            for (EvaluatedValue value : values.get()) {
                switch (value) {
                    case TextValue text -> missing.add(text.value());
                    case IntegerValue number -> missing.add(number.value());
                    case DateValue date -> missing.add(date.value());
                    default -> {
                        return BackendLibrary.refuse(
                                call, call.given("missing").get(), "a value that stands for a missing one is a text, a number or a date, not " + value.kind(), "missing=[\"9999-12-31\"]");
                    }
                }
            }
        }
        return new BackendValue.Column(new Column(name.get(), missing), call.span());
    }

    /** {@code mapped(core.patients, "cdm.person", patient_id="person_id", …)}. */
    static EvaluatedValue mapped(Invocation call) {
        Optional<String> place = call.text("place");
        return place.isEmpty()
                ? new Poison(call.span())
                : mapping(call, new Source.Physical(Arrays.asList(place.get().split("\\.", -1))));
    }

    /** {@code query(core.medications, "SELECT …")}. */
    static EvaluatedValue query(Invocation call) {
        Optional<String> sql = call.text("sql");
        return sql.isEmpty() ? new Poison(call.span()) : mapping(call, new Source.Query(sql.get().stripIndent().strip(), call.flag("computed_once")));
    }

    private static EvaluatedValue mapping(Invocation call, Source source) {
        Optional<TableDefinition> table = table(call.value("table"));
        if (table.isEmpty()) {
            return call.wrongKind("table", "a table");
        }
        TableSchema schema = table.get().schema();
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(BackendTable.PATIENT_ID, new Column(BackendTable.PATIENT_ID, List.of()));
        schema.columns().forEach(column -> columns.put(column.name(), new Column(column.name(), List.of())));
        for (Given given : call.namedRest()) {
            String name = given.name().orElse("");
            if (!columns.containsKey(name)) {
                List<String> near = NearNames.of(name, columns.keySet());
                return BackendLibrary.refuse(call, given, "the table `" + table.get().name() + "` has no column `" + name + "`",
                        near.isEmpty() ? "its columns are `" + String.join("`, `", columns.keySet()) + "`" : "did you mean `" + near.getFirst() + "`?");
            }
            Optional<Column> column = column(given.value(), name.equals(BackendTable.PATIENT_ID) ? Type.INT : schema.column(name).orElseThrow().type());
            if (column.isEmpty()) {
                return BackendLibrary.refuse(call, given, "this says not which column of the database `" + name + "` is", name + "=\"NAME\", or " + name
                        + "=column(\"NAME\", missing=[…]) with values of the column's type");
            }
            columns.put(name, column.get());
        }
        Optional<String> permission = call.optional("permission").isPresent() ? call.text("permission") : Optional.empty();
        return new BackendValue.Mapping(new BackendTable(table.get(), source, columns, permission, call.span()), call.span());
    }

    private static Optional<TableDefinition> table(EvaluatedValue value) {
        if (!(value instanceof FrameValue frame)) {
            return Optional.empty();
        }
        Frame node = frame.node();
        return switch (node) {
            case SelectTable table -> Optional.of(table.definition());
            case SelectPatientTable table -> Optional.of(table.definition());
            default -> Optional.empty();
        };
    }

    private static Optional<Column> column(EvaluatedValue value, Type type) {
        return switch (value) {
            case TextValue text -> Optional.of(new Column(text.value(), List.of()));
            case BackendValue.Column(Column column, var _) -> typed(column, type);
            default -> Optional.empty();
        };
    }

    /** The column with its values for a missing one as the type wants them. */
    private static Optional<Column> typed(Column column, Type type) {
        List<Object> missing = new ArrayList<>();
        for (Object value : column.missing()) {
            Optional<Object> fitting = fitting(value, type);
            if (fitting.isEmpty()) {
                return Optional.empty();
            }
            missing.add(fitting.get());
        }
        return Optional.of(new Column(column.name(), missing));
    }

    private static Optional<Object> fitting(Object value, Type type) {
        return switch (type) {
            case DATE -> value instanceof String text ? date(text) : Optional.of(value).filter(LocalDate.class::isInstance);
            case INT -> Optional.of(value).filter(Long.class::isInstance);
            case FLOAT -> Optional.of(value).filter(Long.class::isInstance).map(number -> (double) (Long) number);
            case BOOL -> Optional.empty();
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    Optional.of(value).filter(String.class::isInstance);
        };
    }

    private static Optional<Object> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
