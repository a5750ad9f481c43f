package catchment.runtime.dummy;

import catchment.compiler.model.Case;
import catchment.compiler.model.Function;
import catchment.compiler.model.In;
import catchment.compiler.model.Node;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.Series;
import catchment.compiler.model.Type;
import catchment.compiler.model.Value;
import catchment.compiler.model.ValueSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that a definition speaks of, for each column that it compares with them: these are the ones worth having in dummy data. */
final class Vocabulary {
    private final Map<ValueSet, Members> sets = new IdentityHashMap<>();
    private final Map<List<String>, Map<Members, Boolean>> byColumn = new HashMap<>();
    private Optional<LocalDate> latestDate = Optional.empty();

    /** What these nodes speak of. */
    static Vocabulary of(Collection<Node> nodes) {
        Vocabulary vocabulary = new Vocabulary();
        for (Node node : nodes) {
            switch (node) {
                case ValueSet set -> vocabulary.sets.put(set, Members.of(set.values()));
                case In in when in.set() instanceof ValueSet set -> vocabulary.add(in.value(), vocabulary.members(set));
                case Function function when function.arguments().size() == 2 -> {
                    Series left = function.arguments().getFirst();
                    Series right = function.arguments().getLast();
                    vocabulary.addValue(left, right);
                    vocabulary.addValue(right, left);
                }
                case Value value when value.type() == Type.DATE -> vocabulary.date((LocalDate) value.value());
                case Node _ -> {}
            }
        }
        return vocabulary;
    }

    private void date(LocalDate date) {
        latestDate = Optional.of(latestDate.filter(date::isBefore).orElse(date));
    }

    private void addValue(Series column, Series value) {
        if (value instanceof Value literal && column.type() == literal.type()
                || value instanceof Value text && text.type() == Type.STR && column.type().isMultiCode()) {
            add(column, Members.of(List.of(((Value) value).value())));
        }
    }

    private void add(Series series, Members members) {
        if (members.list().isEmpty()) {
            return;
        }
        switch (series) {
            case SelectColumn column -> UsedTable.nameOf(column.source()).ifPresent(table -> byColumn
                    .computeIfAbsent(List.of(table, column.name()), _ -> new LinkedHashMap<>())
                    .put(members, true));
            case Case branches -> branches.branches().forEach(branch -> branch.value().ifPresent(value -> {
                if (value instanceof SelectColumn) {
                    add(value, members);
                }
            }));
            case Series _ -> {}
        }
    }

    /** The members of a codelist, to be shared. */
    Members members(ValueSet set) {
        return Optional.ofNullable(sets.get(set)).orElseGet(() -> Members.of(set.values()));
    }

    /** The sets of values that a column is compared with, in order of appearance. */
    List<Members> of(String table, String column) {
        return List.copyOf(byColumn.getOrDefault(List.of(table, column), Map.of()).keySet());
    }

    /** The latest date that the definition names. */
    Optional<LocalDate> latestDate() {
        return latestDate;
    }
}
