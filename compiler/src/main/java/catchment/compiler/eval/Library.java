package catchment.compiler.eval;

import catchment.grammar.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be imported besides the study's own modules. */
public interface Library {
    /** A module made of Java: its public names. Empty if there is none of that name. */
    Optional<Map<String, EvaluatedValue>> module(String name);

    /** A module written in the language, such as {@code ehrql.tables.core}: its text. Empty if there is none of that name. */
    Optional<SourceText> source(String name);

    /** Every module that can be imported, for suggestions. */
    List<String> moduleNames();
}
