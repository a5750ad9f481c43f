package catchment.runtime.assure;

import catchment.compiler.definition.StaticData;
import catchment.compiler.definition.StaticData.Mapping;
import catchment.compiler.definition.StaticData.Pair;
import catchment.compiler.definition.StaticData.Scalar;
import catchment.compiler.definition.StaticData.Sequence;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import catchment.runtime.data.ColumnRules;
import catchment.runtime.data.FileTable;
import catchment.runtime.format.CellText;
import catchment.runtime.tables.Table;
import catchment.runtime.explain.Described;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a patient's rows of one table, and checks each value against what the table says of its column. */
final class TestRows {
    private final Consumer<Diagnostic> found;

    TestRows(Consumer<Diagnostic> found) {
        this.found = found;
    }

    /** The rows; empty if they are of no form that can be read. */
    Optional<List<Table.Row>> read(long patient, FileTable table, StaticData data) {
        List<StaticData> written = new ArrayList<>();
        switch (data) {
            case Sequence several -> written.addAll(several.values());
            case Mapping one -> written.add(one);
            case StaticData.Absent _, Scalar _, StaticData.Foreign _ -> {
                found.accept(Diagnostic.error(
                                AssureCode.TEST_DATA_FORM, data.place(), "the rows of `" + table.name() + "` are " + Described.kind(data) + ", not a list of dicts")
                        .hint("write `\"" + table.name() + "\": [{…}, {…}]`, or `[]` for none"));
                return Optional.empty();
            }
        }
        if (table.onePerPatient() && written.size() > 1) {
            found.accept(Diagnostic.error(
                            AssureCode.TEST_DATA_VALUE,
                            written.get(1).place(),
                            "patient " + patient + " has " + written.size() + " rows of `" + table.name() + "`, which has at most one for each patient")
                    .hint("keep one of them"));
            written.subList(1, written.size()).clear();
        }
        List<Table.Row> rows = new ArrayList<>();
        boolean whole = true;
        for (StaticData row : written) {
            Optional<Table.Row> read = row(patient, table, row);
            read.ifPresent(rows::add);
            whole &= read.isPresent();
        }
        return whole ? Optional.of(rows) : Optional.empty();
    }

    private Optional<Table.Row> row(long patient, FileTable table, StaticData written) {
        if (!(written instanceof Mapping row)) {
            found.accept(Diagnostic.error(
                            AssureCode.TEST_DATA_FORM, written.place(), "a row of `" + table.name() + "` is " + Described.kind(written) + ", not a dict")
                    .hint("write the columns by name: `{\"date\": date(2020, 1, 31)}`"));
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        boolean whole = true;
        for (TableSchema.Column column : table.columns()) {
            Optional<StaticData> given = row.pair(column.name()).map(Pair::value);
            Optional<Object> value = given.flatMap(data -> value(table, column, data));
            values.add(value.orElse(null));
            whole &= value.isPresent() || given.isEmpty() || given.get() instanceof StaticData.Absent;
        }
        row.pairs().forEach(pair -> known(table, pair.key()));
        // What comes of a value of another kind is anybody's guess.
        return whole ? Optional.of(new Table.Row(patient, values)) : Optional.empty();
    }

    private void known(FileTable table, StaticData key) {
        List<String> names = table.columns().stream().map(TableSchema.Column::name).toList();
        if (key instanceof Scalar scalar && names.contains(scalar.value())) {
            return;
        }
        String name = key instanceof Scalar scalar ? scalar.value().toString() : Described.kind(key);
        Diagnostic unknown = Diagnostic.error(AssureCode.TEST_DATA_COLUMN, key.place(), "`" + table.name() + "` has no column `" + name + "`");
        List<String> near = NearNames.of(name, names);
        found.accept(unknown.hint(near.isEmpty() ? "it has " + String.join(", ", names) : "did you mean `" + near.getFirst() + "`?"));
    }

    private Optional<Object> value(FileTable table, TableSchema.Column column, StaticData data) {
        String name = "`" + table.name() + "." + column.name() + "`";
        switch (data) {
            case StaticData.Absent _ -> {
                broken(name, column, null, data.place());
                return Optional.empty();
            }
            case Scalar scalar -> {
                Optional<Object> fitting = fitting(column.type(), scalar);
                if (fitting.isEmpty()) {
                    wrongType(name, column, scalar);
                } else {
                    broken(name, column, fitting.get(), data.place());
                    if (fitting.get() instanceof String text && column.type().isCode() && !column.type().accepts(text)) {
                        found.accept(Diagnostic.warning(
                                AssureCode.TEST_DATA_VALUE, data.place(), Described.value(fitting) + " is no " + column.type().words() + ", so no codelist can hold it"));
                    }
                }
                return fitting;
            }
            case Sequence _, Mapping _, StaticData.Foreign _ -> {
                found.accept(Diagnostic.error(
                        AssureCode.TEST_DATA_VALUE, data.place(), name + " holds " + Described.a(column.type()) + ", not " + Described.kind(data)));
                return Optional.empty();
            }
        }
    }

    private void broken(String name, TableSchema.Column column, Object value, Span place) {
        ColumnRules.broken(column, Optional.ofNullable(value)).ifPresent(rule -> found.accept(Diagnostic.error(
                        AssureCode.TEST_DATA_VALUE, place, name + " is never " + Described.value(Optional.ofNullable(value)) + " in real data")
                .hint(rule)));
    }

    /** The value as one of the column, where it is one without any thought: a whole number is a decimal one too. */
    private static Optional<Object> fitting(Type type, Scalar given) {
        Object value = given.value();
        return switch (type) {
            case BOOL -> Optional.of(value).filter(Boolean.class::isInstance);
            case INT -> Optional.of(value).filter(Long.class::isInstance);
            case FLOAT -> value instanceof Long whole ? Optional.of((double) whole) : Optional.of(value).filter(Double.class::isInstance);
            case DATE -> Optional.of(value).filter(LocalDate.class::isInstance);
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    Optional.of(value).filter(String.class::isInstance);
        };
    }

    private void wrongType(String name, TableSchema.Column column, Scalar scalar) {
        Diagnostic wrong = Diagnostic.error(
                AssureCode.TEST_DATA_VALUE, scalar.place(), name + " holds " + Described.a(column.type()) + ", not " + Described.a(scalar.type()));
        Optional<String> mended = column.type() == Type.DATE && scalar.value() instanceof String text && !text.isEmpty()
                ? CellText.read(Type.DATE, text).map(day -> written((LocalDate) day))
                : column.type().isText() ? Optional.of("\"" + CellText.write(scalar.value()) + "\"") : Optional.empty();
        found.accept(mended.map(text -> wrong.hint("write `" + text + "`")).orElse(wrong));
    }

    private static String written(LocalDate day) {
        return "date(" + day.getYear() + ", " + day.getMonthValue() + ", " + day.getDayOfMonth() + ")";
    }
}
