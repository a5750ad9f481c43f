package catchment.runner.command;

import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.Shown;
import catchment.runtime.RunException;
import catchment.runtime.data.DataCode;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.data.UsedTables;
import catchment.runtime.debug.HtmlLayout;
import catchment.runtime.debug.ShownData;
import catchment.runtime.debug.ShownTable;
import catchment.runtime.debug.ShownTables;
import catchment.runtime.debug.TextLayout;
import catchment.runtime.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a definition asks to be shown. */
@Command(
        name = "debug",
        description = "Shows tables and values where a definition calls show(…), on dummy data.",
        footer = {
            "",
            "show(events, label=\"all events\", head=5) shows a table, show(age, patients.sex) values side by",
            "side, show(dataset) the dataset so far. The data comes from --dummy-tables; without it, patients",
            "are made up who fit the definition. What is shown goes to standard error.",
            "",
            "Examples:",
            "  catchment debug analysis/dataset_definition.ehrql",
            "  catchment debug analysis/dataset_definition.ehrql --dummy-tables dummy_tables"
        })
final class DebugCommand implements Action {
    private final Session session;

    @Mixin
    DefinitionOptions definition;

    @Mixin
    TablesOption tables;

    @Option(names = "--display-format", paramLabel = "FORMAT", description = "ascii, cut to the width of the screen; or html, for an editor.")
    DisplayFormat format = DisplayFormat.ascii;

    @Mixin
    ReportOptions report;

    DebugCommand(Session session) {
        this.session = session;
    }

    /** Named as they are written. */
    enum DisplayFormat {
        ascii,
        html
    }

    @Override
    public void run() throws RunException {
        Optional<Definition> whole = definition.compile(session, Wanted.SHOWN).flatMap(CompileResult::definition);
        if (whole.isEmpty()) {
            return;
        }
        if (whole.get().shown().isEmpty()) {
            session.report().say("nothing to show: " + DefinitionFile.shown(definition.file) + " calls no show(…)");
            return;
        }
        ShownData data = ShownData.of(whole.get());
        InlineFiles<DatasetDefinition> inline = InlineFiles.read(data.asked(), whole.get().spans(), session.terminal().workingDirectory());
        session.report().show(inline.diagnostics());
        Optional<Tables> tables = session.report().hasErrors() ? Optional.empty() : tables(inline.definition(), whole.get());
        if (tables.isPresent()) {
            ShownTables.of(data, inline.definition(), tables.get()).forEach(this::show);
        }
    }

    private Optional<Tables> tables(DatasetDefinition asked, Definition whole) throws RunException {
        // A table is shown with all its columns, and a file need not have those that nothing is made of.
        return UsedTables.of(asked.roots()).isEmpty()
                ? Optional.of(Tables.NONE)
                : tables.tables(session, asked, whole.spans(), definition.day(), one -> one.code() != DataCode.DUMMY_COLUMN_MISSING);
    }

    private void show(ShownTable table) {
        Shown asked = table.asked();
        List<String> lines = new ArrayList<>();
        lines.add("line " + asked.place().start().line() + asked.label().map(label -> ": " + label).orElse("") + file(asked));
        lines.addAll(switch (format) {
            case ascii -> TextLayout.lines(table, session.terminal().columns());
            case html -> HtmlLayout.lines(table);
        });
        lines.add("");
        lines.forEach(session.terminal().err()::println);
    }

    private String file(Shown asked) {
        String file = asked.place().file();
        return file.equals(DefinitionFile.shown(definition.file)) ? "" : " (" + file + ")";
    }
}
