package catchment.spec.generate;

import catchment.compiler.model.Graph;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.Type;
import catchment.runtime.format.CellText;
import catchment.runtime.tables.Table;
import catchment.spec.cases.Block;
import catchment.spec.cases.Cells;
import catchment.spec.cases.PageWriter;
import catchment.spec.cases.SpecCase;
import catchment.spec.cases.SpecPage;
import catchment.spec.kit.CaseRun;
import catchment.spec.kit.ReferenceEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A study as a case of the specification: its definition in the language, its records, and what the reference interpreter says of it. */
final class StudyAsCase {
    private StudyAsCase() {}

    /** The page with this one case, ready to be taken from. */
    static SpecPage page(GeneratedStudy study, String title) throws IOException {
        SpecCase plain = new SpecCase("generated/found", title, List.of(), blocks(study));
        Path folder = Files.createTempDirectory("generated-case-");
        SpecCase expecting = plain.expecting(new CaseRun(plain, folder).writtenOn(new ReferenceEngine()));
        return new SpecPage("generated", "found", "Found by the generator", List.of(), List.of(expecting));
    }

    /** Its text; without what is expected if what comes nearest in the language is refused there. */
    static String text(GeneratedStudy study, String title) {
        try {
            return PageWriter.write(page(study, title));
        } catch (IOException | RuntimeException refused) {
            StringBuilder text = new StringBuilder("(not a definition of the language as it stands: " + refused.getMessage() + ")\n");
            blocks(study).forEach(block -> PageWriter.write(block).forEach(line -> text.append(line).append('\n')));
            return text.toString();
        }
    }

    private static List<Block> blocks(GeneratedStudy study) {
        List<Block> blocks = new ArrayList<>();
        Map<String, Set<String>> used = new LinkedHashMap<>();
        Map<String, Boolean> many = new LinkedHashMap<>();
        Map<String, Table> tables = new LinkedHashMap<>(study.tables().byName());
        for (Node node : Graph.postOrder(study.dataset().roots())) {
            switch (node) {
                case SelectTable table -> table(table.definition(), true, used, many);
                case SelectPatientTable table -> table(table.definition(), false, used, many);
                case InlinePatientTable table -> {
                    table(table.definition(), false, used, many);
                    tables.put(table.definition().name(), written(table));
                }
                case SelectColumn column -> {
                    Node bottom = column.source().table();
                    String name = bottom instanceof SelectTable events ? events.definition().name()
                            : bottom instanceof SelectPatientTable patients ? patients.definition().name()
                            : ((InlinePatientTable) bottom).definition().name();
                    used.get(name).add(column.name());
                }
                default -> {}
            }
        }
        used.forEach((name, columns) -> blocks.add(data(name, many.get(name), columns, tables.get(name))));
        blocks.add(new Block.Definition(DefinitionText.lines(study.dataset())));
        return blocks;
    }

    private static void table(TableDefinition definition, boolean many, Map<String, Set<String>> used, Map<String, Boolean> kinds) {
        used.computeIfAbsent(definition.name(), _ -> new LinkedHashSet<>());
        kinds.put(definition.name(), many);
    }

    private static Table written(InlinePatientTable table) {
        List<Table.Column> columns = table.schema().columns().stream().map(column -> new Table.Column(column.name(), column.type())).toList();
        return switch (table.rows()) {
            case InlineRows.Written rows -> new Table(columns, rows.rows().stream()
                    .map(row -> new Table.Row((Long) row.getFirst(), row.subList(1, row.size()))).toList());
            case InlineRows.File _ -> new Table(columns, List.of());
        };
    }

    private static Block.Table data(String name, boolean many, Set<String> used, Table table) {
        List<String> header = new ArrayList<>(List.of(name + (many ? " (many)" : " (one)"), "patient_id"));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (used.contains(table.columns().get(i).name())) {
                places.add(i);
                Type type = table.columns().get(i).type();
                header.add(table.columns().get(i).name() + ": " + type.serialName());
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of("", Long.toString(row.patientId())));
            for (int place : places) {
                Object value = row.values().get(place);
                cells.add(value == null ? "" : value instanceof String text ? Cells.write(text) : CellText.write(value));
            }
            rows.add(cells);
        }
        return new Block.Table(header, rows);
    }
}
