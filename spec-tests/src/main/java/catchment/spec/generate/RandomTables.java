package catchment.spec.generate;

import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Records of a few patients, with ties, nulls, duplicates and the ends of every range. */
final class RandomTables {
    static final List<String> PATIENT_TABLES = List.of("people", "homes");
    static final List<String> EVENT_TABLES = List.of("events", "visits");
    private static final Map<String, Type> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("b", Type.BOOL);
        COLUMNS.put("c", Type.SNOMEDCT_CODE);
        COLUMNS.put("d", Type.DATE);
        COLUMNS.put("d2", Type.DATE);
        COLUMNS.put("f", Type.FLOAT);
        COLUMNS.put("i", Type.INT);
        COLUMNS.put("i2", Type.INT);
        COLUMNS.put("m", Type.ICD10_MULTI_CODE_STRING);
        COLUMNS.put("s", Type.STR);
    }

    private static final List<Object> DATES = List.of(
            LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.of(2020, 2, 29), LocalDate.of(2020, 1, 31), LocalDate.of(2021, 2, 28),
            LocalDate.of(2019, 12, 31), LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 2), LocalDate.of(2020, 3, 1), LocalDate.of(1582, 10, 10),
            LocalDate.of(2020, 1, 30), LocalDate.of(2019, 3, 31));
    private static final List<Object> NUMBERS =
            List.of(0L, 1L, -1L, 2L, 3L, -7L, 10L, 12L, 1000L, Long.MAX_VALUE, Long.MIN_VALUE, 5L, 4L);
    // sums of these are exact in any order
    private static final List<Object> FLOATS = List.of(0.0, 1.0, -1.5, 0.5, 3.25, -2.0, 1024.0, 7.75, -0.25, 100.0);
    private static final List<Object> TEXTS = List.of("", "a", "A", "ab", "b%", "é", "\uD83D\uDE00", "_", "'", "a\nb", "\uFFFD");
    private static final List<Object> CODES = List.of("100001", "100002", "100003", "100004", "100005");
    private static final List<Object> MULTI = List.of("A01 B02", "M06", "M069 A01", "Z");

    private RandomTables() {}

    static TableDefinition definition(String name) {
        List<TableSchema.Column> columns = COLUMNS.entrySet().stream()
                .map(entry -> new TableSchema.Column(entry.getKey(), entry.getValue(), List.of(), List.of()))
                .toList();
        return new TableDefinition("generated", name, name, new TableSchema(columns), Optional.empty(), new TableDefinition.Activation.None());
    }

    /** A value of the type, from a small pool, so that values meet. */
    static Object value(Type type, Random random) {
        List<Object> pool = switch (type) {
            case BOOL -> List.of(true, false);
            case INT -> NUMBERS;
            case FLOAT -> FLOATS;
            case DATE -> DATES;
            case STR -> TEXTS;
            case ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING -> MULTI;
            case SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE -> CODES;
        };
        return pool.get(random.nextInt(pool.size()));
    }

    static List<String> columnsOf(Type type) {
        return COLUMNS.entrySet().stream().filter(entry -> entry.getValue() == type).map(Map.Entry::getKey).toList();
    }

    static Tables make(Random random) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (String name : PATIENT_TABLES) {
            List<Table.Row> rows = new ArrayList<>();
            for (long patient = 1; patient <= 9; patient++) {
                if (random.nextInt(4) > 0) {
                    rows.add(row(patient, random));
                }
            }
            tables.put(name, new Table(columns(), rows));
        }
        for (String name : EVENT_TABLES) {
            List<Table.Row> rows = new ArrayList<>();
            int count = random.nextInt(10) == 0 ? 0 : random.nextInt(60);
            for (int i = 0; i < count; i++) {
                Table.Row row = row(1 + random.nextInt(10), random);
                rows.add(row);
                if (random.nextInt(6) == 0) {
                    rows.add(row);
                }
            }
            tables.put(name, new Table(columns(), rows));
        }
        return new Tables(tables);
    }

    static List<Object> values(Random random) {
        List<Object> values = new ArrayList<>();
        COLUMNS.values().forEach(type -> values.add(random.nextInt(5) == 0 ? null : value(type, random)));
        return values;
    }

    private static Table.Row row(long patient, Random random) {
        return new Table.Row(patient, values(random));
    }

    private static List<Table.Column> columns() {
        return COLUMNS.entrySet().stream().map(entry -> new Table.Column(entry.getKey(), entry.getValue())).toList();
    }
}
