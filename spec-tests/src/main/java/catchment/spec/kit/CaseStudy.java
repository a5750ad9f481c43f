package catchment.spec.kit;

import catchment.spec.cases.Block;
import catchment.spec.cases.DataTable;
import catchment.spec.cases.SpecCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A case as the files of a study: the definition with its imports, a module that declares the tables, and the case's own files.
 *
 * @param definition the whole text of {@link #DEFINITION}
 * @param linesBefore how many lines of it come before the case's own
 * @param files all files, by path
 * @param marks where the case's own lines have something between two {@code ^}, in order
 */
record CaseStudy(String definition, int linesBefore, Map<String, String> files, List<Mark> marks) {
    static final String DEFINITION = "definition.py";
    private static final String TABLES = "spec_tables";
    private static final List<String> CODE_TYPES = List.of(
            "BNFCode",
            "CTV3Code",
            "DMDCode",
            "ICD10Code",
            "ICD10MultiCodeString",
            "OPCS4Code",
            "OPCS4MultiCodeString",
            "SNOMEDCTCode");

    /**
     * A marked stretch, counted within the case's own lines as a {@link catchment.grammar.source.Span} counts.
     *
     * @param endLine of its end
     * @param endColumn just after its last character
     */
    record Mark(int line, int column, int endLine, int endColumn) {}

    static CaseStudy of(SpecCase one) {
        List<String> lines = new ArrayList<>();
        List<DataTable> tables = one.data();
        boolean whole = one.definition().stream().anyMatch(line -> line.contains("create_dataset()") || line.contains("create_measures()"));
        lines.add("from ehrql import INTERVAL, case, claim_permissions, codelist_from_csv, create_dataset, create_measures, days, get_parameter");
        lines.add("from ehrql import maximum_of, minimum_of, months, table_from_file, weeks, when, years");
        for (DataTable table : tables) {
            String module = switch (table.kind()) {
                case DataTable.Kind.One _, DataTable.Kind.Many _ -> TABLES;
                case DataTable.Kind.Standard standard -> standard.module();
            };
            lines.add("from " + module + " import " + table.name());
        }
        if (!whole) {
            lines.add("dataset = create_dataset()");
        }
        int before = lines.size();
        List<Mark> marks = new ArrayList<>();
        lines.addAll(unmarked(one.definition(), marks));
        if (!whole && one.definition().stream().noneMatch(line -> line.contains("define_population"))) {
            lines.add("dataset.define_population(" + String.join(" | ", tables.stream().map(table -> table.name() + ".exists_for_patient()").toList()) + ")");
        }
        String definition = String.join("\n", lines) + "\n";
        Map<String, String> files = new LinkedHashMap<>();
        files.put(DEFINITION, definition);
        files.put(TABLES + ".py", declarations(tables));
        for (Block.File file : one.files()) {
            files.put(file.name(), file.text());
        }
        return new CaseStudy(definition, before, files, marks);
    }

    private static List<String> unmarked(List<String> lines, List<Mark> marks) {
        List<String> plain = new ArrayList<>();
        int line = 0;
        int[] open = null;
        for (String marked : lines) {
            line++;
            StringBuilder text = new StringBuilder();
            int column = 1;
            for (int point : marked.codePoints().toArray()) {
                if (point != '^') {
                    text.appendCodePoint(point);
                    column++;
                } else if (open == null) {
                    open = new int[] {line, column};
                } else {
                    marks.add(new Mark(open[0], open[1], line, column));
                    open = null;
                }
            }
            plain.add(text.toString());
        }
        return plain;
    }

    private static String declarations(List<DataTable> tables) {
        StringBuilder text = new StringBuilder();
        text.append("import datetime\n");
        text.append("from ehrql.codes import ").append(String.join(", ", CODE_TYPES)).append('\n');
        text.append("from ehrql.tables import EventFrame, PatientFrame, Series, table\n");
        for (DataTable table : tables) {
            switch (table.kind()) {
                case DataTable.Kind.One _ -> declare(text, table, "PatientFrame");
                case DataTable.Kind.Many _ -> declare(text, table, "EventFrame");
                case DataTable.Kind.Standard _ -> {}
            }
        }
        return text.toString();
    }

    private static void declare(StringBuilder text, DataTable table, String kind) {
        text.append("@table\nclass ").append(table.name()).append('(').append(kind).append("):\n");
        if (table.columns().isEmpty()) {
            text.append("    pass\n");
        }
        for (DataTable.Column column : table.columns()) {
            String type = column.type().orElseThrow(() -> new IllegalArgumentException("the column " + column.name() + " of " + table.name() + " has no type"));
            text.append("    ").append(column.name()).append(" = Series(").append(type.equals("date") ? "datetime.date" : type).append(")\n");
        }
    }
}
