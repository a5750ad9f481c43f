package catchment.compiler.explain;

import catchment.compiler.definition.Spans;
import catchment.compiler.model.Aggregate;
import catchment.compiler.model.Case;
import catchment.compiler.model.Chains;
import catchment.compiler.model.CombineAsSet;
import catchment.compiler.model.Count;
import catchment.compiler.model.CountEpisodes;
import catchment.compiler.model.Exists;
import catchment.compiler.model.Filter;
import catchment.compiler.model.Frame;
import catchment.compiler.model.Function;
import catchment.compiler.model.Graph;
import catchment.compiler.model.In;
import catchment.compiler.model.InlinePatientTable;
import catchment.compiler.model.Node;
import catchment.compiler.model.Operator;
import catchment.compiler.model.Parameter;
import catchment.compiler.model.PickOneRowPerPatient;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.SelectPatientTable;
import catchment.compiler.model.SelectTable;
import catchment.compiler.model.Series;
import catchment.compiler.model.SeriesCollection;
import catchment.compiler.model.Sort;
import catchment.compiler.model.Type;
import catchment.compiler.model.Uses;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words for every node of a definition, made from the parts up. What its author gave a name, what is used more than once and what would be too long in the middle of
 * a sentence is told once, as a term, and called by its name elsewhere; so the whole is no longer than the definition.
 */
final class Prose {
    /** More would not be read in the middle of a sentence. */
    private static final int LONGEST = 150;
    /** What is shorter is told again wherever it is used. */
    private static final int SHORT = 40;

    private final Spans spans;
    private final AuthorNames authors;
    private final CodelistNames lists;
    private final Uses uses;
    private final Map<Node, String> names = new IdentityHashMap<>();
    private final Map<Node, String> phrases = new IdentityHashMap<>();
    private final Map<Node, Rows> rows = new IdentityHashMap<>();
    private final Map<String, Node> taken = new LinkedHashMap<>();
    private final List<Node> terms = new ArrayList<>();

    /**
     * @param roots what is to be told, by name; every one is told under its name
     */
    Prose(Map<String, Node> roots, Collection<Node> others, Spans spans, AuthorNames authors, CodelistNames lists) {
        this.spans = spans;
        this.authors = authors;
        this.lists = lists;
        List<Node> all = new ArrayList<>(roots.values());
        all.addAll(others);
        List<Node> nodes = Graph.postOrder(all);
        this.uses = new Uses(nodes);
        roots.forEach((name, node) -> {
            taken.putIfAbsent(name, node);
            names.putIfAbsent(node, name);
        });
        Set<Node> told = Collections.newSetFromMap(new IdentityHashMap<>());
        told.addAll(all);
        for (Node node : nodes) {
            if (node instanceof Frame frame) {
                rows.put(node, rowsOf(frame));
            }
            if (node instanceof Series) {
                phrases.put(node, phrase(node));
            }
            if (!told.contains(node) && isTerm(node)) {
                makeTerm(node);
            }
        }
    }

    /** What is told once, under a name, parts first. */
    List<Node> terms() {
        return terms;
    }

    /** What a term or a root is called. */
    String name(Node node) {
        return names.get(node);
    }

    private boolean isTerm(Node node) {
        return switch (node) {
            case SelectTable _, SelectPatientTable _, InlinePatientTable _, Value _, Parameter _, ValueSet _, SeriesCollection _, CombineAsSet _, Sort _ -> false;
            case SelectColumn _ -> false;
            case Case _ -> true;
            case PickOneRowPerPatient pick when authorsName(pick).isEmpty() && uses.of(pick).stream().allMatch(Exists.class::isInstance) -> false;
            case Filter _, PickOneRowPerPatient _ -> authorsName(node).isPresent() || rows.get(node).noun().length() > (uses.several(node) ? SHORT : LONGEST);
            case Series series when isJunction(series) && uses.of(node).stream().anyMatch(parent -> sameJunction(parent, series)) && !uses.several(node) ->
                    authorsName(node).isPresent();
            case Series _ -> authorsName(node).isPresent() && phrases.get(node).length() > SHORT / 2 || phrases.get(node).length() > (uses.several(node) ? SHORT : LONGEST);
        };
    }

    /** Whether it is an {@code &} or an {@code |}. */
    static boolean isJunction(Series series) {
        return series instanceof Function function && (function.operator() == Operator.AND || function.operator() == Operator.OR);
    }

    private static boolean sameJunction(Node parent, Series part) {
        return parent instanceof Function function && part instanceof Function inner && function.operator() == inner.operator();
    }

    /** The name that the author gave to what this node is, if it is not a mere part of that. */
    private Optional<String> authorsName(Node node) {
        return spans.of(node)
                .filter(span -> uses.of(node).stream().noneMatch(parent -> spans.of(parent).equals(Optional.of(span))))
                .flatMap(authors::at);
    }

    private void makeTerm(Node node) {
        String wanted = authorsName(node).orElseGet(() -> "part " + (terms.size() + 1));
        String name = wanted;
        for (int next = 2; taken.containsKey(name); next++) {
            name = wanted + " (" + next + ")";
        }
        taken.put(name, node);
        names.put(node, name);
        terms.add(node);
    }

    /** What stands for a node in the middle of a sentence: its name, if it has one, else its phrase. */
    String use(Node node) {
        return names.containsKey(node) ? tick(names.get(node)) : phrases.get(node);
    }

    /** The same, in brackets where it could be read together with what is beside it. */
    String operand(Series series) {
        String words = use(series);
        boolean bare = names.containsKey(series)
                || !(series instanceof Function function && (Phrases.isJoined(function.operator()) || isDenied(function)) || series instanceof In);
        return bare ? words : "(" + words + ")";
    }

    /** "it is not so that …", which would seem to hold for what comes after it too. */
    private boolean isDenied(Function function) {
        return function.operator() == Operator.NOT
                && !(function.arguments().getFirst() instanceof Function inner && inner.operator() == Operator.IS_NULL && !names.containsKey(inner))
                && !(function.arguments().getFirst() instanceof In in && !names.containsKey(in));
    }

    /** An operand of what is no junction: a condition is put in brackets too, as "a is b is missing" could be read in two ways. */
    private String part(Series series) {
        boolean condition = !names.containsKey(series)
                && series instanceof Function function
                && function.type() == Type.BOOL
                && !Phrases.isJoined(function.operator())
                && !isDenied(function);
        return condition ? "(" + use(series) + ")" : operand(series);
    }

    /** The rows of a frame, by its name if it has one. */
    Rows useRows(Frame frame) {
        return names.containsKey(frame) ? new Rows(tick(names.get(frame)), List.of(), rows.get(frame).order()) : rows.get(frame);
    }

    /** A name as it is told. */
    static String tick(String name) {
        return "`" + name + "`";
    }

    /** The rows of a frame, told from those that it is made from. */
    Rows rowsOf(Frame frame) {
        return switch (frame) {
            case SelectTable table -> new Rows(tick(table.definition().className()), List.of(), List.of());
            case SelectPatientTable table -> new Rows(tick(table.definition().className()), List.of(), List.of());
            case InlinePatientTable table -> new Rows(tick(table.definition().className()), List.of(), List.of());
            case Filter filter -> {
                Rows from = useRows(filter.source());
                for (Series condition : conjuncts(filter.condition())) {
                    boolean saysNothing = condition instanceof Value always && always.value().equals(true);
                    from = saysNothing ? from : from.with(within(condition));
                }
                yield from;
            }
            case Sort sort -> useRows(sort.source()).sorted(use(sort.key()));
            case PickOneRowPerPatient pick -> {
                Rows from = useRows(pick.source());
                yield new Rows(Phrases.position(pick.position()) + " row of " + from.noun() + from.inOrder(), List.of(), List.of());
            }
        };
    }

    private String within(Series condition) {
        boolean seemsLonger = condition instanceof Function function && (function.operator() == Operator.OR || isDenied(function));
        return seemsLonger ? operand(condition) : use(condition);
    }

    /** What a series is, in one line. */
    String phrase(Node node) {
        return switch (node) {
            case Value value -> Phrases.value(value.value());
            case Parameter parameter -> parameter.name().equals("interval_start_date") ? "the first day of the interval" : "the last day of the interval";
            case SelectColumn column -> column(column);
            case Exists exists -> switch (exists.source()) {
                case PickOneRowPerPatient pick -> "there is a row of " + useRows(pick.source()).noun();
                case Frame other -> "there is a row of " + useRows(other).noun();
            };
            case Count count -> "the number of rows of " + useRows(count.source()).noun();
            case Aggregate aggregate -> Phrases.aggregate(aggregate, operand(aggregate.source())) + in(aggregate.source());
            case CountEpisodes episodes -> "the number of episodes of " + operand(episodes.source()) + in(episodes.source()) + ", more than "
                    + Phrases.counted(episodes.maximumGapDays(), "day") + " apart";
            case CombineAsSet set -> "the patient's own " + operand(set.source()) + in(set.source());
            case In in -> operand(in.value()) + " is one of " + (in.set() instanceof ValueSet list ? lists.words(list) : use(in.set()));
            case Case branches -> "a choice of " + (branches.branches().size() + 1);
            case Function function -> function(function);
            case Node other -> throw new IllegalArgumentException("no words for " + other.getClass());
        };
    }

    private String column(SelectColumn column) {
        String name = tick(column.name());
        return switch (column.source()) {
            case SelectTable _, Filter _, Sort _ -> name;
            case SelectPatientTable _, InlinePatientTable _ -> name + " in " + rows.get(column.source()).noun();
            case PickOneRowPerPatient pick -> name + (names.containsKey(pick) ? " of " : " in ") + useRows(pick).noun();
        };
    }

    private String in(Series series) {
        return series.domain().rows().map(frame -> " in the rows of " + useRows(frame).noun()).orElse("");
    }

    private String function(Function function) {
        if (function.operator() == Operator.NOT && function.arguments().getFirst() instanceof Function inner && !names.containsKey(inner)) {
            List<String> operands = (isJunction(inner) ? junction(inner).stream().map(this::operand) : inner.arguments().stream().map(this::part)).toList();
            return Phrases.negated(inner, operands);
        }
        if (function.operator() == Operator.NOT && function.arguments().getFirst() instanceof In inner && !names.containsKey(inner)) {
            return operand(inner.value()) + " is none of " + (inner.set() instanceof ValueSet list ? lists.words(list) : use(inner.set()));
        }
        List<String> operands = isJunction(function) ? junction(function).stream().map(this::operand).toList() : function.arguments().stream().map(this::part).toList();
        return Phrases.function(function, operands);
    }

    /** The parts of a chain of one kind, up to what is called by a name. */
    List<Series> junction(Function whole) {
        return Chains.operands(whole, whole.operator(), part -> part == whole || !names.containsKey(part));
    }

    private List<Series> conjuncts(Series condition) {
        return condition instanceof Function function && function.operator() == Operator.AND && !names.containsKey(condition) ? junction(function) : List.of(condition);
    }
}
