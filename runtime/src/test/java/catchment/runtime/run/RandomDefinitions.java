package catchment.runtime.run;

import static catchment.runtime.Definitions.node;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.EventFrame;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Operator;
import catchment.compiler.model.PatientFrame;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Sort;
import catchment.compiler.model.TableDefinition;
import catchment.compiler.model.TableSchema;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import catchment.runtime.tables.Table;
import catchment.runtime.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Definitions and tables at random: every kind of node, values at the edges. Decimals are halves and quarters, so that sums are exact in any order. */
final class RandomDefinitions {
    private static final List<Type> TYPES = List.of(Type.BOOL, Type.INT, Type.FLOAT, Type.STR, Type.DATE, Type.SNOMEDCT_CODE);
    private static final SelectPatientTable PATIENTS = new SelectPatientTable(definition("patients"));
    private static final List<SelectTable> EVENTS = List.of(new SelectTable(definition("events")), new SelectTable(definition("visits")));
    private static final int DEPTH = 4;

    private final Random random;
    private final List<PickOneRowPerPatient> picks = new ArrayList<>();
    private final List<EventFrame> frames = new ArrayList<>(EVENTS);

    RandomDefinitions(long seed) {
        this.random = new Random(seed);
    }

    private static TableDefinition definition(String name) {
        List<TableSchema.Column> columns = new ArrayList<>();
        for (Type type : TYPES) {
            for (int i = 1; i <= 2; i++) {
                columns.add(new TableSchema.Column(type.name().substring(0, 1).toLowerCase() + type.name().length() + i, type, List.of(), List.of()));
            }
        }
        return new TableDefinition("test", name, name, new TableSchema(columns), Optional.empty(), new TableDefinition.Activation.None());
    }

    DatasetDefinition dataset() {
        Map<String, Series> variables = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            variables.put("v" + i, patient(one(TYPES), DEPTH));
        }
        Series population = new Function(
                Operator.OR, List.of(new Exists(PATIENTS), new Function(Operator.AND, List.of(new Exists(EVENTS.getFirst()), patient(Type.BOOL, 2)))));
        EventFrame rows = frame(2);
        Map<String, Series> members = new LinkedHashMap<>();
        members.put("own", event(one(TYPES), rows, 0));
        members.put("made", event(one(TYPES), rows, 2));
        return new DatasetDefinition(population, variables, Map.of("table", new SeriesCollection(members)), DummyDataSettings.DATASET_DEFAULT);
    }

    Tables tables() {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("patients", table(PATIENTS.definition(), true));
        EVENTS.forEach(events -> tables.put(events.definition().name(), table(events.definition(), false)));
        return new Tables(tables);
    }

    private Table table(TableDefinition definition, boolean onePerPatient) {
        List<Table.Column> columns = definition.schema().columns().stream().map(column -> new Table.Column(column.name(), column.type())).toList();
        List<Table.Row> rows = new ArrayList<>();
        for (long patient = 1; patient <= 12; patient++) {
            int count = onePerPatient ? random.nextInt(5) == 0 ? 0 : 1 : random.nextInt(6);
            for (int i = 0; i < count; i++) {
                List<Object> values = new ArrayList<>();
                columns.forEach(column -> values.add(random.nextInt(4) == 0 ? null : scalar(column.type())));
                rows.add(new Table.Row(patient, values));
            }
        }
        return new Table(columns, rows);
    }

    private Object scalar(Type type) {
        return switch (type) {
            case BOOL -> random.nextBoolean();
            case INT -> one(Arrays.<Object>asList(0L, 1L, -1L, 2L, 3L, 7L, -5L, 12L, 1000L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40, 3_652_058L));
            case FLOAT -> one(Arrays.<Object>asList(0.0, 1.0, -1.0, 0.5, -0.25, 2.0, 3.5, -7.75, 1000.0, -1e6));
            case STR -> one(Arrays.<Object>asList("", "a", "A", "b", "ab", "abc", "%", "_", "a'b", "\\", "\uff5e", "\ud83d\ude00", "\u00e9\n", "Z"));
            case DATE -> one(Arrays.<Object>asList(
                    LocalDate.of(1, 1, 1), LocalDate.of(1582, 10, 10), LocalDate.of(1900, 2, 28), LocalDate.of(2000, 2, 29), LocalDate.of(2020, 1, 31),
                    LocalDate.of(2020, 2, 29), LocalDate.of(2020, 3, 1), LocalDate.of(2021, 12, 31), LocalDate.of(9999, 12, 31), LocalDate.of(2021, 3, 28)));
            default -> one(Arrays.<Object>asList("195967001", "304527002", "123456", "999999"));
        };
    }

    private <E> E one(List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private String column(Type type) {
        return type.name().substring(0, 1).toLowerCase() + type.name().length() + (1 + random.nextInt(2));
    }

    private Series select(Frame frame, Type type) {
        return node(new SelectColumn(frame, column(type)));
    }

    /** An event frame, not sorted. */
    private EventFrame frame(int depth) {
        EventFrame frame = chance(2) ? one(frames) : one(EVENTS);
        if (depth > 0 && chance(2)) {
            EventFrame rows = frame.domain().rows().orElseThrow();
            frame = node(new Filter(frame, chance(5) ? patient(Type.BOOL, depth - 1) : event(Type.BOOL, rows, depth - 1)));
            frames.add(frame);
        }
        return frame.domain().rows().orElseThrow();
    }

    private PatientFrame patientFrame(int depth) {
        if (depth <= 0 || chance(3)) {
            return PATIENTS;
        }
        if (!picks.isEmpty() && chance(3)) {
            return one(picks);
        }
        EventFrame frame = frame(depth - 1);
        EventFrame rows = frame;
        for (int i = 0; i <= random.nextInt(2); i++) {
            frame = node(new Sort(frame, key(rows, depth - 1)));
        }
        if (chance(4)) {
            frame = node(new Filter(frame, event(Type.BOOL, rows, 0)));
        }
        PickOneRowPerPatient pick = node(new PickOneRowPerPatient(frame, one(List.of(PickOneRowPerPatient.Position.values()))));
        picks.add(pick);
        return pick;
    }

    private Series key(EventFrame rows, int depth) {
        Type type = one(List.of(Type.INT, Type.FLOAT, Type.STR, Type.DATE, Type.SNOMEDCT_CODE));
        Series key = chance(3) ? event(type, rows, depth) : select(rows, type);
        return key.domain().isPatient() ? select(rows, type) : key;
    }

    private Series patient(Type type, int depth) {
        if (depth <= 0 || chance(6)) {
            return chance(5) ? value(type) : select(patientFrame(depth), type);
        }
        if (chance(3)) {
            Optional<Series> aggregated = aggregated(type, depth);
            if (aggregated.isPresent()) {
                return aggregated.get();
            }
        }
        return scalar(type, depth, wanted -> patient(wanted, depth - 1));
    }

    private Series event(Type type, EventFrame rows, int depth) {
        if (depth <= 0 || chance(5)) {
            return select(rows, type);
        }
        return scalar(type, depth, wanted -> chance(4) ? patient(wanted, depth - 2) : event(wanted, rows, depth - 1));
    }

    private Series value(Type type) {
        return node(new Value(scalar(type), type));
    }

    private Optional<Series> aggregated(Type type, int depth) {
        EventFrame rows = frame(depth - 1);
        Series of = chance(2) ? select(rows, type) : event(type, rows, depth - 1);
        if (of.domain().isPatient()) {
            of = select(rows, type);
        }
        Series source = of;
        return switch (type) {
            case BOOL -> Optional.of(node(new Exists(chance(4) ? patientFrame(depth - 1) : rows)));
            case INT -> Optional.of(switch (random.nextInt(6)) {
                case 0 -> node(new Count(chance(4) ? patientFrame(depth - 1) : rows));
                case 1 -> node(new Aggregate(Aggregate.Kind.COUNT_DISTINCT, select(rows, one(TYPES))));
                case 2 -> node(new CountEpisodes(select(rows, Type.DATE), random.nextInt(400)));
                case 3 -> node(new Aggregate(Aggregate.Kind.SUM, source));
                default -> node(new Aggregate(one(List.of(Aggregate.Kind.MIN, Aggregate.Kind.MAX)), source));
            });
            case FLOAT -> Optional.of(node(new Aggregate(one(List.of(Aggregate.Kind.MIN, Aggregate.Kind.MAX, Aggregate.Kind.SUM, Aggregate.Kind.MEAN)), source)));
            default -> Optional.of(node(new Aggregate(one(List.of(Aggregate.Kind.MIN, Aggregate.Kind.MAX)), source)));
        };
    }

    private interface Parts {
        Series of(Type type);
    }

    private Series call(Operator operator, Series... operands) {
        return node(new Function(operator, List.of(operands)));
    }

    private Series scalar(Type type, int depth, Parts parts) {
        if (chance(5)) {
            List<Case.Branch> branches = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                branches.add(new Case.Branch(parts.of(Type.BOOL), i > 0 && chance(4) ? Optional.empty() : Optional.of(parts.of(type))));
            }
            return node(new Case(branches, chance(2) ? Optional.of(parts.of(type)) : Optional.empty()));
        }
        return switch (type) {
            case BOOL -> truth(depth, parts);
            case INT -> switch (random.nextInt(6)) {
                case 0 -> call(one(List.of(Operator.NEGATE, Operator.ABSOLUTE)), parts.of(Type.INT));
                case 1 -> call(Operator.CAST_TO_INT, parts.of(one(List.of(Type.INT, Type.FLOAT, Type.BOOL))));
                case 2 -> call(one(List.of(Operator.YEAR_FROM_DATE, Operator.MONTH_FROM_DATE, Operator.DAY_FROM_DATE)), parts.of(Type.DATE));
                case 3 -> call(
                        one(List.of(Operator.DATE_DIFFERENCE_IN_DAYS, Operator.DATE_DIFFERENCE_IN_MONTHS, Operator.DATE_DIFFERENCE_IN_YEARS)),
                        parts.of(Type.DATE),
                        parts.of(Type.DATE));
                case 4 -> {
                    Type of = one(List.of(Type.INT, Type.FLOAT));
                    yield call(Operator.FLOOR_DIVIDE, parts.of(of), parts.of(of));
                }
                default -> call(one(List.of(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.MINIMUM_OF, Operator.MAXIMUM_OF)), parts.of(Type.INT), parts.of(Type.INT));
            };
            case FLOAT -> switch (random.nextInt(4)) {
                case 0 -> call(one(List.of(Operator.NEGATE, Operator.ABSOLUTE)), parts.of(Type.FLOAT));
                case 1 -> call(Operator.CAST_TO_FLOAT, parts.of(one(List.of(Type.INT, Type.FLOAT))));
                case 2 -> {
                    Type of = one(List.of(Type.INT, Type.FLOAT));
                    yield call(one(List.of(Operator.TRUE_DIVIDE, Operator.TRUE_DIVIDE, Operator.POWER)), parts.of(of), parts.of(of));
                }
                default -> call(one(List.of(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.MINIMUM_OF, Operator.MAXIMUM_OF)), parts.of(Type.FLOAT), parts.of(Type.FLOAT));
            };
            case DATE -> switch (random.nextInt(3)) {
                case 0 -> call(one(List.of(Operator.TO_FIRST_OF_YEAR, Operator.TO_FIRST_OF_MONTH)), parts.of(Type.DATE));
                case 1 -> call(one(List.of(Operator.DATE_ADD_DAYS, Operator.DATE_ADD_MONTHS, Operator.DATE_ADD_YEARS)), parts.of(Type.DATE), parts.of(Type.INT));
                default -> call(one(List.of(Operator.MINIMUM_OF, Operator.MAXIMUM_OF)), parts.of(Type.DATE), parts.of(Type.DATE), value(Type.DATE));
            };
            default -> call(one(List.of(Operator.MINIMUM_OF, Operator.MAXIMUM_OF)), parts.of(type), parts.of(type));
        };
    }

    private Series truth(int depth, Parts parts) {
        Type of = one(TYPES);
        Type ordered = one(List.of(Type.INT, Type.FLOAT, Type.STR, Type.DATE));
        return switch (random.nextInt(8)) {
            case 0 -> call(Operator.AND, parts.of(Type.BOOL), parts.of(Type.BOOL));
            case 1 -> call(Operator.OR, parts.of(Type.BOOL), parts.of(Type.BOOL));
            case 2 -> call(Operator.NOT, parts.of(Type.BOOL));
            case 3 -> call(Operator.IS_NULL, parts.of(of));
            case 4 -> call(one(List.of(Operator.EQ, Operator.NE)), parts.of(of), parts.of(of));
            case 5 -> {
                LinkedHashSet<Object> values = new LinkedHashSet<>();
                for (int i = 0; i < random.nextInt(5); i++) {
                    values.add(scalar(of));
                }
                yield chance(3)
                        ? node(new In(parts.of(of), node(new CombineAsSet(select(frame(depth - 1), of)))))
                        : node(new In(parts.of(of), node(new ValueSet(values, of))));
            }
            case 6 -> call(Operator.STRING_CONTAINS, parts.of(Type.STR), chance(2) ? value(Type.STR) : parts.of(Type.STR));
            default -> call(one(List.of(Operator.LT, Operator.LE, Operator.GT, Operator.GE)), parts.of(ordered), parts.of(ordered));
        };
    }
}
