package catchment.runtime.run;

import catchment.compiler.definition.ColumnSpecification;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.Cancellation;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.output.OutputTarget;
import catchment.runtime.tables.RowStream;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes dummy tables as files that can be read as they are, or to the console. */
public final class DummyTablesOutput {
    private DummyTablesOutput() {}

    /**
     * Writes tables, a file for each, in alphabetical order. All of them appear, or none.
     *
     * @param tables the tables; rows are written in ascending order of {@code patient_id}
     * @param output a folder and a format, or the console
     * @param console takes the lines of a table that goes to the console
     * @param workingDirectory what the folder is relative to
     * @return how many rows each table has, or what kept them from being written
     */
    public static RunOutcome write(Tables tables, OutputTarget output, Consumer<String> console, Path workingDirectory, Progress progress) {
        Map<String, List<ColumnSpecification>> columns = new LinkedHashMap<>();
        tables.byName().forEach((name, table) -> columns.put(name, columns(table)));
        Optional<Diagnostic> wrong = output.fault(columns.keySet());
        if (wrong.isPresent()) {
            return new RunOutcome(List.of(wrong.get()), Map.of());
        }
        try (Results results = new Results(columns, output, console, workingDirectory, progress, new Cancellation(), Map.of(), Optional.empty())) {
            for (Map.Entry<String, Table> table : tables.byName().entrySet()) {
                results.write(table.getKey(), RowStream.of(table.getValue()));
            }
            return new RunOutcome(List.of(), results.commit());
        } catch (RunException stopped) {
            return new RunOutcome(List.of(stopped.diagnostic()), Map.of());
        }
    }

    private static List<ColumnSpecification> columns(Table table) {
        List<ColumnSpecification> columns = new ArrayList<>();
        columns.add(ColumnSpecification.PATIENT_ID);
        for (Table.Column column : table.columns()) {
            columns.add(new ColumnSpecification(column.name(), column.type(), true, Optional.empty(), Optional.empty()));
        }
        return columns;
    }
}
