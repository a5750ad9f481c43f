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
    private static final int PATIENTS = 9;
    private static final Map<String, Type> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("b", Type.BOOL);
        COLUMNS.put("b2", Type.BOOL);
        COLUMNS.put("c", Type.SNOMEDCT_CODE);
        COLUMNS.put("d", Type.DATE);
        COLUMNS.put("d2", Type.DATE);
        COLUMNS.put("f", Type.FLOAT);
        COLUMNS.put("f2", Type.FLOAT);
        COLUMNS.put("i", Type.INT);
        COLUMNS.put("i2", Type.INT);
        COLUMNS.put("m", Type.ICD10_MULTI_CODE_STRING);
        COLUMNS.put("s", Type.STR);
        COLUMNS.put("s2", Type.STR);
    }

    private static final List<Object> DATES = List.of(
            LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.of(2020, 2, 29), LocalDate.of(2020, 1, 31), LocalDate.of(2021, 2, 28),
            LocalDate.of(2019, 12, 31), LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 2), LocalDate.of(2020, 3, 1), LocalDate.of(1582, 10, 10),
            LocalDate.of(2020, 1, 30), LocalDate.of(2019, 3, 31), LocalDate.of(2000, 2, 29), LocalDate.of(1900, 2, 28), LocalDate.of(2016, 2, 29),
            LocalDate.of(2020, 4, 30), LocalDate.of(2020, 2, 28), LocalDate.of(2019, 3, 1));
    private static final List<Object> LIMITS = List.of(
            LocalDate.of(1, 1, 1), LocalDate.of(1, 1, 31), LocalDate.of(4, 2, 29), LocalDate.of(9999, 12, 31), LocalDate.of(9999, 12, 1),
            LocalDate.of(9996, 2, 29));
    private static final List<Object> NUMBERS =
            List.of(0L, 1L, -1L, 2L, 3L, -7L, 10L, 12L, -12L, 1000L, Long.MAX_VALUE, Long.MIN_VALUE, 5L, 4L, 48L);
    // multiples of 1/8 below 2^20, so that sums are exact in any order
    private static final List<Object> FLOATS =
            List.of(0.0, 1.0, -1.5, 0.5, 3.25, -2.0, 1024.0, 7.75, -0.25, 100.0, 0.125, 2.0, 1_048_575.875, -1_048_575.875);
    private static final List<Object> TEXTS =
            List.of("", "a", "A", "ab", "b%", "a_b", "é", "e\u0301", "\uD83D\uDE00", "_", "%", "'", "a\nb", "\uFFFD", "[a]", "\\", "a ");
    private static final List<Object> CODES = List.of("100001", "100002", "100003", "100004", "100005");
    private static final List<Object> MULTI = List.of("A01 B02", "M06", "M069 A01", "Z", "");

    /** What the records of a table have in common. */
    private enum Mood {
        ORDINARY,
        EMPTY,
        /** Most values are missing, and all of some columns. */
        MISSING,
        /** Few different rows, each many times. */
        REPEATED,
        /** Dates of the first and last years. */
        LIMITS
    }

    private RandomTables() {}

    static TableDefinition definition(String name) {
        List<TableSchema.Column> columns = COLUMNS.entrySet().stream()
                .map(entry -> new TableSchema.Column(entry.getKey(), entry.getValue(), List.of(), List.of()))
                .toList();
        return new TableDefinition("generated", name, name, new TableSchema(columns), Optional.empty(), new TableDefinition.Activation.None());
    }

    /** A value of the type, from a small pool, so that values meet. */
    static Object value(Type type, Random random) {
        List<Object> pool = pool(type);
        return pool.get(random.nextInt(pool.size()));
    }

    private static List<Object> pool(Type type) {
        return switch (type) {
            case BOOL -> List.of(true, false);
            case INT -> NUMBERS;
            case FLOAT -> FLOATS;
            case DATE -> DATES;
            case STR -> TEXTS;
            case ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING -> MULTI;
            case SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE -> CODES;
        };
    }

    /** The columns of a type. */
    static List<String> columnsOf(Type type) {
        return COLUMNS.entrySet().stream().filter(entry -> entry.getValue() == type).map(Map.Entry::getKey).toList();
    }

    /** Records for all tables. */
    static Tables make(Random random) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (String name : PATIENT_TABLES) {
            List<Table.Row> rows = new ArrayList<>();
            Mood mood = mood(random);
            for (long patient = 1; patient <= PATIENTS; patient++) {
                if (mood != Mood.EMPTY && random.nextInt(4) > 0) {
                    rows.add(row(patient, mood, random));
                }
            }
            tables.put(name, new Table(columns(), rows));
        }
        for (String name : EVENT_TABLES) {
            List<Table.Row> rows = new ArrayList<>();
            Mood mood = mood(random);
            int count = mood == Mood.EMPTY ? 0 : random.nextInt(60);
            for (int i = 0; i < count; i++) {
                Table.Row row = row(1 + random.nextInt(PATIENTS + 1), mood, random);
                rows.add(row);
                for (int again = random.nextInt(mood == Mood.REPEATED ? 2 : 6); again == 0 && rows.size() < 2 * count; again = random.nextInt(2)) {
                    rows.add(row);
                }
            }
            tables.put(name, new Table(columns(), rows));
        }
        return new Tables(tables);
    }

    private static Mood mood(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> Mood.EMPTY;
            case 1 -> Mood.MISSING;
            case 2, 3 -> Mood.REPEATED;
            case 4 -> Mood.LIMITS;
            default -> Mood.ORDINARY;
        };
    }

    /** The values of a row, some of them missing. */
    static List<Object> values(Random random) {
        return row(0, Mood.ORDINARY, random).values();
    }

    private static Table.Row row(long patient, Mood mood, Random random) {
        List<Object> values = new ArrayList<>();
        COLUMNS.forEach((name, type) -> {
            boolean missing = mood == Mood.MISSING ? name.endsWith("2") || random.nextInt(4) > 0 : random.nextInt(5) == 0;
            List<Object> pool = mood == Mood.LIMITS && type == Type.DATE ? LIMITS : pool(type);
            values.add(missing ? null : pool.get(random.nextInt(mood == Mood.REPEATED ? 2 : pool.size())));
        });
        return new Table.Row(patient, values);
    }

    private static List<Table.Column> columns() {
        return COLUMNS.entrySet().stream().map(entry -> new Table.Column(entry.getKey(), entry.getValue())).toList();
    }
}
