package catchment.runtime.data;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The tables of a folder, whole in memory. */
public final class TablesInMemory {
    private TablesInMemory() {}

    /**
     * Reads them.
     *
     * @param wanted the tables, with the columns that are wanted
     * @param workingDirectory what the folder is relative to
     * @param found takes what is wrong; with an error among it the tables are not to be used
     */
    public static Tables read(List<FileTable> wanted, Path folder, Path workingDirectory, Consumer<Diagnostic> found) {
        TableDirectory directory = TableDirectory.find(folder, wanted, workingDirectory);
        directory.diagnostics().forEach(found);
        Map<String, Table> tables = new HashMap<>();
        directory.files().forEach((table, file) -> tables.put(table.name(), TableReader.table(file, table, found::accept)));
        return new Tables(tables);
    }
}
