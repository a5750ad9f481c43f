package catchment.compiler.eval;

import catchment.compiler.definition.Spans;
import catchment.compiler.model.Nodes;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import java.time.LocalDateTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a {@link Behaviour} may ask of the evaluation that it takes part in. One for each definition that is evaluated. */
public interface Context {
    /** Adds a finding, unless the same was found at the same place before. */
    void report(Diagnostic diagnostic);

    /** Reports an error and gives what it leaves behind. */
    default Poison refuse(Diagnostic diagnostic) {
        report(diagnostic);
        return new Poison(diagnostic.span());
    }

    /** The interner of this definition's query graph. */
    Nodes nodes();

    /** Where nodes come from. */
    Spans spans();

    /** The text that a span covers, of whichever file it is in. Empty if the file is not known. */
    String sourceText(Span span);

    /** Calls a value: a function of the definition, a method, a class. */
    EvaluatedValue call(EvaluatedValue function, Arguments arguments, Span whole);

    /** The names that can be seen from where evaluation stands, nearest scope first, with their values: for suggestions. */
    Map<String, EvaluatedValue> visibleNames();

    /** The module that is being evaluated: {@code ehrql.tables.core}, or the stem of the definition's file. */
    String moduleName();

    /** The definition's file, as the command was given it: relative to the study's root, with {@code /}. */
    String definitionFile();

    /** The folder that paths are relative to: the study's root. */
    Path workingDirectory();

    /** The moment that counts as now. */
    LocalDateTime now();

    /** What stood after {@code --} on the command line. */
    List<String> arguments();

    /** The place in the definition that is being evaluated: the innermost statement of the user's own files, for library code that has no place there. */
    Span currentStatement();

    /** A shared piece of state of the library, made on first use: one for each evaluation. */
    <T> T state(Class<T> kind, Supplier<T> first);

    /** The value of the variable of that name in the definition's own module, once evaluated. */
    Optional<EvaluatedValue> global(String name);

    /** The study's files. Whoever reads one that a message may point into also calls {@link #sourceRead}. */
    SourceFiles files();

    /** Remembers a text that was read, so that messages can show its lines and a command can say what was read. */
    void sourceRead(SourceText source);

    /**
     * The place in the definition's own files that a place in library code stands for: the argument that the library code works with there, else the call. A place
     * that is in no library file stands for itself. {@link #report} does this by itself; this is for the words of a message.
     */
    Span shown(Span span);

    /**
     * What to say instead of a complaint about a value's kind, where the value itself is an accident: the {@code None} of a function without {@code return}, the
     * tuple that a comma at the end of a line made. Report it in place of your own finding.
     */
    Optional<Diagnostic> accident(EvaluatedValue value);

    /** Counts elements or characters that are about to be made, so that making them comes to an end before memory does. */
    void made(long count);

    /** Counts elements or characters that were gone through, so that doing so again and again comes to an end. */
    void scanned(long count);

    /**
     * Goes one level deeper into a value, such as from a list to a list in it. Ends evaluation, after a report, where that is too deep: it is without end in a
     * list that holds itself.
     */
    <T> T within(Supplier<T> work);

    /** How many findings there are by now: to see whether something that was asked has reported. */
    int findings();
}
