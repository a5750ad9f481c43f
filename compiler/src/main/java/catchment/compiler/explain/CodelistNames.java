package catchment.compiler.explain;

import catchment.compiler.definition.Spans;
import catchment.compiler.model.Type;
import catchment.compiler.model.ValueSet;
import catchment.grammar.source.SourceText;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What fixed sets of values are called: as the author called them when they were made; a codelist without such a name after its file; another as it is called where it
 * is used, else by its values if these are few.
 */
final class CodelistNames {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");
    /** More values are not told in the middle of a sentence. */
    static final int FEW = 4;

    private final Spans spans;
    private final Map<String, SourceText> sources;
    private final AuthorNames authors;
    private final Map<ValueSet, Spans.ListUse> uses = new IdentityHashMap<>();
    private final Map<ValueSet, String> names = new IdentityHashMap<>();
    private final Map<String, ValueSet> taken = new LinkedHashMap<>();

    CodelistNames(Spans spans, Map<String, SourceText> sources, AuthorNames authors) {
        this.spans = spans;
        this.sources = sources;
        this.authors = authors;
        spans.lists().forEach(use -> uses.putIfAbsent(use.set(), use));
    }

    /** Words for a set in the middle of a sentence. */
    String words(ValueSet list) {
        Optional<String> called = called(list);
        if (called.isEmpty() && list.values().size() <= FEW) {
            return list.values().isEmpty() ? "nothing" : Phrases.joined(list.values().stream().map(Phrases::value).toList(), "or");
        }
        return "`" + names.computeIfAbsent(list, _ -> name(list, called.orElse("list"))) + "`";
    }

    /** The sets that have been called by a name so far, a line for each: how many values of which kind, and from which file. */
    List<String> lines() {
        return taken.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())).toList();
    }

    private String line(String name, ValueSet list) {
        String file = file(list).or(() -> called(list).flatMap(authors::codelistFile)).map(path -> ", " + path).orElse("");
        String noun = list.type() == Type.BOOL ? "truth value" : list.type().words();
        return "`" + name + "`: " + Phrases.counted(list.values().size(), noun) + file;
    }

    private String name(ValueSet list, String wanted) {
        String name = wanted;
        for (int next = 2; taken.containsKey(name); next++) {
            name = wanted + " (" + next + ")";
        }
        taken.put(name, list);
        return name;
    }

    private Optional<String> called(ValueSet list) {
        Optional<Spans.ListUse> use = Optional.ofNullable(uses.get(list));
        return use.flatMap(one -> authors.onceAt(one.made()))
                .or(() -> file(list).map(path -> path.substring(path.lastIndexOf('/') + 1)))
                .or(() -> written(list));
    }

    /** The file that the values of a codelist come from. */
    private Optional<String> file(ValueSet list) {
        return Optional.ofNullable(uses.get(list)).map(use -> use.first().file()).filter(file -> file.endsWith(".csv"));
    }

    private Optional<String> written(ValueSet list) {
        return spans.of(list)
                .flatMap(span -> Optional.ofNullable(sources.get(span.file())).map(source -> source.text(span).strip()))
                .filter(text -> NAME.matcher(text).matches());
    }
}
