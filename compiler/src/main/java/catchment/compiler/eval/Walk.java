package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Goes through the elements of a value once, as Python does: each is taken when it is wanted, so what changes meanwhile is seen. In {@code for v in l: l.remove(v)}
 * the list moves under the loop, and the loop sees every second element.
 */
abstract class Walk {
    /** Walks within walks are gone through by recursion; what is nested deeper than this is gone through beforehand. */
    private static final int DEEPEST = 50;

    private final int depth;
    private boolean failed;

    /** A walk over what is there. */
    Walk() {
        this(0);
    }

    /**
     * @param depth how many walks are within this one
     */
    Walk(int depth) {
        this.depth = depth;
    }

    /** The next element. Empty at the end, and where a mistake ends it, which has been reported. */
    abstract Optional<EvaluatedValue> next();

    /** True after a mistake: it is unknown what else there would be. */
    final boolean failed() {
        return failed;
    }

    final int depth() {
        return depth;
    }

    /** Ends it for a mistake that has been reported. */
    final Optional<EvaluatedValue> fail() {
        failed = true;
        return Optional.empty();
    }

    /** All that is left. Empty after a mistake, which has been reported. */
    final Optional<List<EvaluatedValue>> rest() {
        List<EvaluatedValue> all = new ArrayList<>();
        Optional<EvaluatedValue> element = next();
        while (element.isPresent()) {
            all.add(element.get());
            element = next();
        }
        return failed ? Optional.empty() : Optional.of(all);
    }

    /** This, or if it is nested deep, what it comes to. */
    final Walk shallow(Context context) {
        if (depth < DEEPEST) {
            return this;
        }
        return rest().map(elements -> over(elements, context)).orElseGet(() -> new Walk() {
            @Override
            Optional<EvaluatedValue> next() {
                return fail();
            }
        });
    }

    /** Over elements that cannot change. */
    static Walk over(List<EvaluatedValue> elements, Context context) {
        Iterator<EvaluatedValue> left = elements.iterator();
        return new Walk() {
            @Override
            Optional<EvaluatedValue> next() {
                context.scanned(1);
                return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
            }
        };
    }

    /** Over a list from its first place to whatever is its last by then. */
    static Walk live(Collection.ListValue list, Context context) {
        return new Walk() {
            private int place;

            @Override
            Optional<EvaluatedValue> next() {
                context.scanned(1);
                boolean more = place >= 0 && place < list.elements().size();
                // Once it has come to the end it stays there, even if the list grows again.
                place = more ? place + 1 : -1;
                return more ? Optional.of(list.elements().get(place - 1)) : Optional.empty();
            }
        };
    }

    /** Over a list from what is its last place now to its first. */
    static Walk backwards(Collection.ListValue list, Context context) {
        return new Walk() {
            private int place = list.elements().size() - 1;

            @Override
            Optional<EvaluatedValue> next() {
                context.scanned(1);
                boolean more = place >= 0 && place < list.elements().size();
                place = more ? place - 1 : -1;
                return more ? Optional.of(list.elements().get(place + 1)) : Optional.empty();
            }
        };
    }

    /**
     * Over a dict or a set, which must keep its keys meanwhile; what stands at them may change.
     *
     * @param kind "the dict", "the set"
     * @param syntax where it is gone through
     * @param element what is seen at a key
     */
    static <V> Walk keyed(String kind, Map<StaticKey, V> entries, BiFunction<StaticKey, V, EvaluatedValue> element, Span syntax, Context context) {
        int size = entries.size();
        Iterator<Map.Entry<StaticKey, V>> left = entries.entrySet().iterator();
        return new Walk() {
            private boolean ended;

            @Override
            Optional<EvaluatedValue> next() {
                context.scanned(1);
                if (ended) {
                    return Optional.empty();
                }
                try {
                    if (entries.size() != size) {
                        return changed();
                    }
                    if (left.hasNext()) {
                        Map.Entry<StaticKey, V> entry = left.next();
                        return Optional.of(element.apply(entry.getKey(), entry.getValue()));
                    }
                    ended = true;
                    return Optional.empty();
                } catch (ConcurrentModificationException exchanged) {
                    return changed();
                }
            }

            private Optional<EvaluatedValue> changed() {
                ended = true;
                context.report(Diagnostic.error(
                                EvalCode.CHANGED_WHILE_LOOPED_OVER, syntax, "the " + kind + " gains or loses elements while it is gone through")
                        .hint("go through a copy: `list(" + context.sourceText(syntax) + ")`"));
                return fail();
            }
        };
    }
}
