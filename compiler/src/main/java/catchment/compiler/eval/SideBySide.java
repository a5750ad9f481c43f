package catchment.compiler.eval;

import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The elements of several walks side by side, in tuples, as far as the shortest goes: {@code zip}, and what is made of a walk element by element. */
final class SideBySide extends Walk {
    private final List<Walk> columns;
    private final boolean strict;
    private final Invocation call;
    private long rows;

    /**
     * @param strict true if each must have as many elements as the others
     */
    SideBySide(List<Walk> columns, boolean strict, Invocation call) {
        super(1 + columns.stream().mapToInt(Walk::depth).max().orElse(0));
        this.columns = List.copyOf(columns);
        this.strict = strict;
        this.call = call;
    }

    @Override
    Optional<EvaluatedValue> next() {
        List<EvaluatedValue> row = new ArrayList<>(columns.size());
        for (Walk column : columns) {
            Optional<EvaluatedValue> element = column.next();
            if (element.isEmpty()) {
                return column.failed() ? fail() : end(row.size());
            }
            row.add(element.get());
        }
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        rows++;
        call.allocate(columns.size());
        return Optional.of(new Collection.TupleValue(row, false, call.span()));
    }

    /** The end, which the column at this place is the first to reach. */
    private Optional<EvaluatedValue> end(int place) {
        if (!strict) {
            return Optional.empty();
        }
        long longest = rows + (place > 0 ? 1 : 0);
        for (int i = 0; i < columns.size(); i++) {
            long left = i == place ? 0 : columns.get(i).rest().map(List::size).orElse(0);
            longest = Math.max(longest, rows + left + (i < place ? 1 : 0));
        }
        if (longest > rows) {
            call.refuse(EvalCode.UNPACK_COUNT, "the lists have " + rows + " and " + longest + " elements, and `strict` wants as many in each");
            return fail();
        }
        return Optional.empty();
    }

    /** Each element with its number. */
    static Walk numbered(Walk source, long first, Invocation call) {
        return new Walk(source.depth() + 1) {
            private long number = first;

            @Override
            Optional<EvaluatedValue> next() {
                Optional<EvaluatedValue> element = source.next();
                if (element.isEmpty()) {
                    return source.failed() ? fail() : element;
                }
                return Optional.of(new Collection.TupleValue(
                        List.of(new IntegerValue(number++, call.span()), element.get()), false, element.get().origin()));
            }
        };
    }

    /** What the call's {@code function} makes of each row. */
    static Walk mapped(Walk rows, Invocation call) {
        return new Walk(rows.depth() + 1) {
            @Override
            Optional<EvaluatedValue> next() {
                Optional<EvaluatedValue> row = rows.next();
                if (row.isEmpty()) {
                    return rows.failed() ? fail() : row;
                }
                List<EvaluatedValue> arguments = row.get() instanceof Collection.TupleValue tuple ? tuple.elements() : List.of(row.get());
                return Optional.of(call.call(call.value("function"), arguments));
            }
        };
    }

    /** The elements for which the call's {@code function} gives something true. */
    static Walk filtered(Walk source, Invocation call) {
        return new Walk(source.depth() + 1) {
            @Override
            Optional<EvaluatedValue> next() {
                Optional<EvaluatedValue> element = source.next();
                while (element.isPresent()) {
                    List<EvaluatedValue> arguments = List.of(element.get());
                    EvaluatedValue answer = call.optional("function").map(function -> call.call(function, arguments)).orElse(element.get());
                    Optional<Boolean> wanted = call.truth(answer, new Expression.Unsupported(call.span("function")));
                    if (wanted.isEmpty()) {
                        return fail();
                    }
                    if (wanted.get()) {
                        return element;
                    }
                    element = source.next();
                }
                return source.failed() ? fail() : element;
            }
        };
    }
}
