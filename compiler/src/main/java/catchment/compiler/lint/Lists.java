package catchment.compiler.lint;

import catchment.compiler.definition.Spans.ListUse;
import catchment.compiler.model.In;
import catchment.compiler.model.SelectColumn;
import catchment.compiler.model.ValueSet;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Argument;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the lists that a definition uses: where their values come from and what they are compared with. */
final class Lists {
    private static final String READ = "codelist_from_csv";

    private Lists() {}

    /** The uses that reach an output. */
    static List<ListUse> used(Study study) {
        return study.spans().lists().stream().filter(use -> !study.graph().users(use.set()).isEmpty()).toList();
    }

    /** The first use of each list. */
    static List<ListUse> firstUses(Study study) {
        Map<ValueSet, ListUse> first = new LinkedHashMap<>();
        used(study).forEach(use -> first.putIfAbsent(use.set(), use));
        return List.copyOf(first.values());
    }

    /** The columns that a list's values are looked for in. */
    static List<SelectColumn> columns(ValueSet set, Study study) {
        return study.graph().users(set).stream()
                .filter(In.class::isInstance)
                .map(user -> ((In) user).value())
                .filter(SelectColumn.class::isInstance)
                .map(SelectColumn.class::cast)
                .toList();
    }

    /** True if the list was read from a file of codes. */
    static boolean isRead(ListUse use, Study study) {
        return study.text().called(use.made()).filter(READ::equals).isPresent();
    }

    /** The texts that a call of {@code codelist_from_csv} was given as they are written: the path, the name of the column. */
    static List<String> given(Span made, Study study) {
        List<String> texts = new ArrayList<>();
        Optional<Expression> call = study.text().at(made);
        if (call.isPresent() && call.get() instanceof Expression.Call read && StudyText.called(read).filter(READ::equals).isPresent()) {
            for (Argument argument : read.arguments()) {
                if (StudyText.bare(argument.value()) instanceof Expression.StringLiteral text) {
                    texts.add(text.value());
                }
            }
        }
        return texts;
    }

    /** What a list is called for people: its text where it is used. */
    static String name(ListUse use, Study study) {
        String words = study.words(use.argument()).strip();
        return words.isEmpty() || words.length() > 60 || words.indexOf('\n') >= 0 ? "this list" : "`" + words + "`";
    }
}
