package catchment.spec.generate;

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
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.InlineRows;
import catchment.compiler.model.Node;
import catchment.compiler.model.Nodes;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PatientFrame;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedSet;

/** Series drawn at random, of one definition: every node and operator may occur in them, nested and shared. */
final class RandomSeries {
    private static final List<Type> TYPES =
            List.of(Type.BOOL, Type.BOOL, Type.INT, Type.INT, Type.FLOAT, Type.DATE, Type.DATE, Type.STR, Type.SNOMEDCT_CODE);

    private final Random random;
    private final Nodes nodes = new Nodes();
    private final List<Series> made = new ArrayList<>();
    private final List<EventFrame> frames = new ArrayList<>();
    private final List<PickOneRowPerPatient> picks = new ArrayList<>();
    private final List<PatientFrame> patientFrames = new ArrayList<>();
    private final List<Series> bounds;

    /**
     * @param withIntervals whether an interval's first and last day may occur
     */
    RandomSeries(Random random, boolean withIntervals) {
        this.random = random;
        this.bounds = withIntervals
                ? List.of(node(new Parameter("interval_start_date", Type.DATE)), node(new Parameter("interval_end_date", Type.DATE)))
                : List.of();
        RandomTables.EVENT_TABLES.forEach(name -> frames.add(node(new SelectTable(RandomTables.definition(name)))));
        RandomTables.PATIENT_TABLES.forEach(name -> patientFrames.add(node(new SelectPatientTable(RandomTables.definition(name)))));
        if (random.nextInt(4) == 0) {
            List<List<Object>> rows = new ArrayList<>();
            for (long patient = 3; patient <= 11; patient += 2) {
                List<Object> row = new ArrayList<>(List.of(patient));
                row.addAll(RandomTables.values(random));
                rows.add(row);
            }
            patientFrames.add(node(new InlinePatientTable(RandomTables.definition("written"), new InlineRows.Written(rows))));
        }
    }

    <N extends Node> N node(N node) {
        return nodes.intern(node);
    }

    Type type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    private Type comparable() {
        Type type = type();
        return type.isComparable() ? type : Type.INT;
    }

    // Frames

    EventFrame frame(int depth) {
        if (depth <= 0 || random.nextInt(4) == 0) {
            return frames.get(random.nextInt(frames.size()));
        }
        EventFrame source = frame(depth - 1);
        EventFrame made = random.nextInt(4) == 0
                ? node(new Sort(source, eventRooted(ancestor(source), comparable(), depth - 1)))
                : node(new Filter(source, condition(source, depth - 1)));
        frames.add(made);
        return made;
    }

    private Series condition(EventFrame source, int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> node(new Value(random.nextBoolean() || random.nextBoolean(), Type.BOOL));
            case 1 -> patient(Type.BOOL, depth);
            case 2 -> {
                Series condition = event(ancestor(source), Type.BOOL, depth);
                yield call(Operator.OR, call(Operator.NOT, condition), call(Operator.IS_NULL, condition));
            }
            default -> event(ancestor(source), Type.BOOL, depth);
        };
    }

    /** The frame's rows, or rows that they were filtered from. */
    private EventFrame ancestor(EventFrame frame) {
        EventFrame at = unsorted(frame);
        while (random.nextInt(3) == 0 && at instanceof Filter filter) {
            at = unsorted(filter.source());
        }
        return at;
    }

    static EventFrame unsorted(EventFrame frame) {
        EventFrame at = frame;
        while (at instanceof Sort sort) {
            at = sort.source();
        }
        return at;
    }

    private PickOneRowPerPatient pick(int depth) {
        if (!picks.isEmpty() && random.nextInt(3) == 0) {
            return picks.get(random.nextInt(picks.size()));
        }
        EventFrame frame = frame(depth);
        for (int i = random.nextInt(3); i >= 0; i--) {
            frame = node(new Sort(frame, random.nextInt(3) == 0 ? eventRooted(ancestor(frame), comparable(), 1) : sortColumn(frame)));
        }
        if (random.nextInt(3) == 0) {
            frame = node(new Filter(frame, condition(frame, 1)));
        }
        PickOneRowPerPatient pick = node(new PickOneRowPerPatient(
                frame, random.nextBoolean() ? PickOneRowPerPatient.Position.FIRST : PickOneRowPerPatient.Position.LAST));
        picks.add(pick);
        return pick;
    }

    private Series sortColumn(EventFrame frame) {
        return column(ancestor(frame), comparable());
    }

    // Series

    Series column(Frame frame, Type type) {
        List<String> names = RandomTables.columnsOf(type);
        return node(new SelectColumn(frame, names.get(random.nextInt(names.size()))));
    }

    private Series literal(Type type) {
        if (type == Type.DATE && !bounds.isEmpty() && random.nextInt(4) > 0) {
            return bounds.get(random.nextInt(bounds.size()));
        }
        return node(new Value(RandomTables.value(type, random), type));
    }

    private Series call(Operator operator, Series... operands) {
        return node(new Function(operator, List.of(operands)));
    }

    /** A series of a patient's values; expressions are about so deep. */
    Series patient(Type type, int depth) {
        if (random.nextInt(4) == 0) {
            List<Series> fitting = made.stream().filter(one -> one.type() == type && one.domain().isPatient()).toList();
            if (!fitting.isEmpty()) {
                return fitting.get(random.nextInt(fitting.size()));
            }
        }
        Series series = depth <= 0 ? patientLeaf(type) : random.nextInt(3) == 0 ? fromEvents(type, depth) : expression(Optional.empty(), type, depth);
        made.add(series);
        return series;
    }

    private Series patientLeaf(Type type) {
        return random.nextInt(4) == 0 ? literal(type) : column(patientFrames.get(random.nextInt(patientFrames.size())), type);
    }

    private Series fromEvents(Type type, int depth) {
        if (type == Type.BOOL && random.nextBoolean()) {
            return node(new Exists(anyFrame(depth)));
        }
        if (type == Type.INT && random.nextBoolean()) {
            EventFrame rows = unsorted(frame(depth));
            return switch (random.nextInt(3)) {
                case 0 -> node(new Count(anyFrame(depth)));
                case 1 -> node(new Aggregate(Aggregate.Kind.COUNT_DISTINCT, eventRooted(rows, type(), depth - 1)));
                default -> node(new CountEpisodes(eventRooted(rows, Type.DATE, depth - 1), random.nextInt(40)));
            };
        }
        if (type == Type.FLOAT && random.nextInt(3) == 0) {
            EventFrame rows = unsorted(frame(depth));
            return node(new Aggregate(Aggregate.Kind.MEAN, eventRooted(rows, random.nextBoolean() ? Type.INT : Type.FLOAT, depth - 1)));
        }
        if (type.isComparable() && random.nextInt(3) > 0) {
            EventFrame rows = unsorted(frame(depth));
            List<Aggregate.Kind> kinds = type.isNumeric()
                    ? List.of(Aggregate.Kind.MIN, Aggregate.Kind.MAX, Aggregate.Kind.SUM)
                    : List.of(Aggregate.Kind.MIN, Aggregate.Kind.MAX);
            return node(new Aggregate(kinds.get(random.nextInt(kinds.size())), eventRooted(rows, type, depth - 1)));
        }
        return column(pick(depth), type);
    }

    private Frame anyFrame(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> patientFrames.get(random.nextInt(patientFrames.size()));
            case 1 -> pick(depth);
            default -> frame(depth);
        };
    }

    /** A series that surely is one of the rows, not of the patient. */
    private Series eventRooted(EventFrame rows, Type type, int depth) {
        Series series = event(rows, type, depth);
        return series.domain().isPatient() ? column(rows, type) : series;
    }

    Series event(EventFrame rows, Type type, int depth) {
        if (random.nextInt(5) == 0) {
            List<Series> fitting =
                    made.stream().filter(one -> one.type() == type && one.domain().equals(rows.domain())).toList();
            if (!fitting.isEmpty()) {
                return fitting.get(random.nextInt(fitting.size()));
            }
        }
        if (depth <= 0 || random.nextInt(3) == 0) {
            return random.nextInt(5) == 0 ? patient(type, 0) : column(rows, type);
        }
        Series series = random.nextInt(6) == 0 ? patient(type, depth - 1) : expression(Optional.of(rows), type, depth);
        if (!series.domain().isPatient()) {
            made.add(series);
        }
        return series;
    }

    private Series part(Optional<EventFrame> rows, Type type, int depth) {
        return rows.isPresent() ? event(rows.get(), type, depth) : patient(type, depth);
    }

    private Series expression(Optional<EventFrame> rows, Type type, int depth) {
        int below = depth - 1;
        if (random.nextInt(6) == 0) {
            return cases(rows, type, below);
        }
        if (type.isComparable() && random.nextInt(6) == 0) {
            List<Series> operands = new ArrayList<>();
            for (int i = random.nextInt(3); i >= -1; i--) {
                operands.add(random.nextInt(3) == 0 ? literal(type) : part(rows, type, below));
            }
            return node(new Function(random.nextBoolean() ? Operator.MINIMUM_OF : Operator.MAXIMUM_OF, operands));
        }
        return switch (type) {
            case BOOL -> truth(rows, below);
            case INT -> number(rows, below);
            case FLOAT -> decimal(rows, below);
            case DATE -> date(rows, below);
            case STR, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                part(rows, type, below);
        };
    }

    private Series cases(Optional<EventFrame> rows, Type type, int below) {
        if (random.nextInt(3) == 0) {
            Series value = part(rows, type, below);
            Series present = call(Operator.NOT, call(Operator.IS_NULL, value));
            return node(new Case(List.of(new Case.Branch(present, Optional.of(value))), Optional.of(part(rows, type, below))));
        }
        List<Case.Branch> branches = new ArrayList<>();
        boolean mapping = random.nextInt(3) == 0;
        Type keys = type();
        Series key = part(rows, keys, below);
        // long mappings and lists become data
        int count = !mapping ? 1 + random.nextInt(2) : random.nextInt(6) == 0 ? 45 : 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Optional<Series> value = random.nextInt(6) == 0 ? Optional.empty() : Optional.of(mapping ? literal(type) : part(rows, type, below));
            branches.add(new Case.Branch(mapping ? call(Operator.EQ, key, literal(keys)) : part(rows, Type.BOOL, below), value));
        }
        Optional<Series> otherwise = random.nextBoolean() ? Optional.empty() : Optional.of(part(rows, type, below));
        if (otherwise.isEmpty() && branches.stream().allMatch(branch -> branch.value().isEmpty())) {
            otherwise = Optional.of(literal(type));
        }
        return node(new Case(branches, otherwise));
    }

    private Series truth(Optional<EventFrame> rows, int depth) {
        return switch (random.nextInt(9)) {
            case 0 -> call(Operator.NOT, part(rows, Type.BOOL, depth));
            case 1 -> call(Operator.IS_NULL, part(rows, type(), depth));
            case 2 -> call(Operator.AND, part(rows, Type.BOOL, depth), part(rows, Type.BOOL, depth));
            case 3 -> call(Operator.OR, part(rows, Type.BOOL, depth), part(rows, Type.BOOL, depth));
            case 4 -> {
                Type type = random.nextBoolean() ? Type.STR : Type.ICD10_MULTI_CODE_STRING;
                Series text = type == Type.STR ? part(rows, type, depth) : rows.map(frame -> column(frame, type)).orElseGet(() -> patientLeaf(type));
                yield call(Operator.STRING_CONTAINS, text, random.nextBoolean() ? literal(Type.STR) : part(rows, Type.STR, depth));
            }
            case 5 -> {
                Type type = type();
                SequencedSet<Object> values = new LinkedHashSet<>();
                for (int i = random.nextInt(10); i > 0; i--) {
                    values.add(RandomTables.value(type, random));
                }
                yield node(new In(part(rows, type, depth), node(new ValueSet(values, type))));
            }
            case 6 -> {
                Type type = type();
                CombineAsSet set = node(new CombineAsSet(eventRooted(unsorted(frame(depth)), type, depth - 1)));
                yield node(new In(part(rows, type, depth), set));
            }
            default -> {
                Type type = comparable();
                Operator[] operators = {Operator.EQ, Operator.NE, Operator.LT, Operator.LE, Operator.GT, Operator.GE};
                yield call(
                        operators[random.nextInt(operators.length)],
                        part(rows, type, depth),
                        random.nextBoolean() ? literal(type) : part(rows, type, depth));
            }
        };
    }

    private Series number(Optional<EventFrame> rows, int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> call(random.nextBoolean() ? Operator.NEGATE : Operator.ABSOLUTE, part(rows, Type.INT, depth));
            case 1 -> call(Operator.CAST_TO_INT, part(rows, List.of(Type.BOOL, Type.INT, Type.FLOAT).get(random.nextInt(3)), depth));
            case 2 -> call(Operator.FLOOR_DIVIDE, operands(rows, random.nextBoolean() ? Type.INT : Type.FLOAT, depth));
            case 3 -> {
                Operator[] operators = {
                    Operator.DATE_DIFFERENCE_IN_DAYS, Operator.DATE_DIFFERENCE_IN_MONTHS, Operator.DATE_DIFFERENCE_IN_YEARS
                };
                yield call(operators[random.nextInt(3)], operands(rows, Type.DATE, depth));
            }
            case 4 -> {
                Operator[] operators = {Operator.YEAR_FROM_DATE, Operator.MONTH_FROM_DATE, Operator.DAY_FROM_DATE};
                yield call(operators[random.nextInt(3)], part(rows, Type.DATE, depth));
            }
            default -> call(arithmetic(), operands(rows, Type.INT, depth));
        };
    }

    private Operator arithmetic() {
        return List.of(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY).get(random.nextInt(3));
    }

    private Series[] operands(Optional<EventFrame> rows, Type type, int depth) {
        Series first = random.nextInt(4) == 0 ? literal(type) : part(rows, type, depth);
        Series second = random.nextInt(3) == 0 ? literal(type) : part(rows, type, depth);
        return new Series[] {first, second};
    }

    private Series decimal(Optional<EventFrame> rows, int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> call(random.nextBoolean() ? Operator.NEGATE : Operator.ABSOLUTE, part(rows, Type.FLOAT, depth));
            case 1 -> call(Operator.CAST_TO_FLOAT, part(rows, random.nextBoolean() ? Type.INT : Type.FLOAT, depth));
            case 2 -> call(Operator.TRUE_DIVIDE, operands(rows, random.nextBoolean() ? Type.INT : Type.FLOAT, depth));
            case 3 -> call(Operator.POWER, operands(rows, random.nextBoolean() ? Type.INT : Type.FLOAT, depth));
            default -> call(arithmetic(), operands(rows, Type.FLOAT, depth));
        };
    }

    private Series date(Optional<EventFrame> rows, int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> call(random.nextBoolean() ? Operator.TO_FIRST_OF_MONTH : Operator.TO_FIRST_OF_YEAR, part(rows, Type.DATE, depth));
            default -> {
                Operator[] operators = {Operator.DATE_ADD_DAYS, Operator.DATE_ADD_MONTHS, Operator.DATE_ADD_YEARS};
                Series amount = random.nextInt(3) > 0 ? literal(Type.INT) : part(rows, Type.INT, depth);
                yield call(operators[random.nextInt(3)], random.nextInt(5) == 0 ? literal(Type.DATE) : part(rows, Type.DATE, depth), amount);
            }
        };
    }
}
