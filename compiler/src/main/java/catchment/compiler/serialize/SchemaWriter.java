package catchment.compiler.serialize;

import catchment.compiler.model.Constraint;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes columns, constraints and the rows of inline tables. */
final class SchemaWriter {
    private final ValueWriter values;
    private final JsonGenerator json;

    SchemaWriter(ValueWriter values) {
        this.values = values;
        this.json = values.json();
    }

    void schema(TableSchema schema) throws IOException {
        values.wrapped("TableSchema", () -> {
            json.writeStartObject();
            for (TableSchema.Column column : schema.columns()) {
                values.field(column.name(), () -> column(column));
            }
            json.writeEndObject();
        });
    }

    private void column(TableSchema.Column column) throws IOException {
        values.wrapped("Column", () -> {
            json.writeStartObject();
            values.field("type_", () -> values.type(column.type()));
            values.field("constraints", () -> constraints(column.constraints()));
            values.field("dummy_data_constraints", () -> constraints(column.dummyDataConstraints()));
            json.writeEndObject();
        });
    }

    private void constraints(List<Constraint> constraints) throws IOException {
        values.wrapped("tuple", () -> {
            json.writeStartArray();
            for (Constraint constraint : constraints) {
                constraint(constraint);
            }
            json.writeEndArray();
        });
    }

    private void constraint(Constraint constraint) throws IOException {
        values.wrapped("Constraint." + constraint.getClass().getSimpleName(), () -> {
            json.writeStartObject();
            switch (constraint) {
                case Constraint.Categorical categorical -> values.field("values", () -> values.tuple(categorical.values()));
                case Constraint.NotNull _, Constraint.Unique _, Constraint.FirstOfMonth _ -> {}
                case Constraint.Regex regex -> values.field("regex", () -> values.text(regex.regex()));
                case Constraint.ClosedRange range -> {
                    values.field("minimum", () -> values.plain(range.minimum()));
                    values.field("maximum", () -> values.plain(range.maximum()));
                    values.field("step", () -> values.plain(range.step()));
                }
                case Constraint.GeneralRange range -> {
                    values.field("minimum", () -> values.plain(range.minimum().orElse(null)));
                    values.field("maximum", () -> values.plain(range.maximum().orElse(null)));
                    values.field("includes_minimum", () -> values.plain(range.includesMinimum()));
                    values.field("includes_maximum", () -> values.plain(range.includesMaximum()));
                }
                case Constraint.DateAfter after -> values.field("column_names", () -> values.tuple(after.columnNames()));
            }
            json.writeEndObject();
        });
    }

    void rows(InlinePatientTable table) throws IOException {
        switch (table.rows()) {
            case InlineRows.Written written -> written(written, table.schema());
            case InlineRows.File file -> file(file, table.schema());
        }
    }

    private void written(InlineRows.Written written, TableSchema schema) throws IOException {
        values.wrapped("tuple", () -> {
            json.writeStartArray();
            for (List<Object> row : written.rows()) {
                values.wrapped("tuple", () -> {
                    json.writeStartArray();
                    for (int i = 0; i < row.size(); i++) {
                        values.value(row.get(i), i == 0 ? Type.INT : schema.columns().get(i - 1).type());
                    }
                    json.writeEndArray();
                });
            }
            json.writeEndArray();
        });
    }

    private void file(InlineRows.File file, TableSchema schema) throws IOException {
        String path = file.path().toString().replace('\\', '/');
        String reader = path.endsWith(".csv.gz") ? "CSVGZRowsReader" : path.endsWith(".arrow") ? "ArrowRowsReader" : "CSVRowsReader";
        values.wrapped(reader, () -> {
            json.writeStartObject();
            values.field("filename", () -> values.wrapped("Path", () -> values.text(path)));
            values.field("column_specs", () -> values.wrapped("dict", () -> {
                json.writeStartArray();
                specification("patient_id", Type.INT, false, Optional.empty(), Optional.empty());
                for (TableSchema.Column column : schema.columns()) {
                    specification(
                            column.name(),
                            column.type(),
                            true,
                            column.constraint(Constraint.Categorical.class),
                            column.constraint(Constraint.ClosedRange.class));
                }
                json.writeEndArray();
            }));
            values.field("allow_missing_columns", () -> values.plain(false));
            json.writeEndObject();
        });
    }

    private void specification(
            String name, Type type, boolean nullable, Optional<Constraint.Categorical> categories, Optional<Constraint.ClosedRange> range)
            throws IOException {
        json.writeStartArray();
        json.writeString(name);
        values.wrapped("ColumnSpec", () -> {
            json.writeStartObject();
            values.field("type", () -> values.type(type.isText() ? Type.STR : type));
            values.field("nullable", () -> values.plain(nullable));
            values.field("categories", () -> {
                if (categories.isPresent()) {
                    values.tuple(categories.get().values());
                } else {
                    values.plain(null);
                }
            });
            values.field("min_value", () -> values.plain(range.map(Constraint.ClosedRange::minimum).orElse(null)));
            values.field("max_value", () -> values.plain(range.map(Constraint.ClosedRange::maximum).orElse(null)));
            json.writeEndObject();
        });
        json.writeEndArray();
    }
}
