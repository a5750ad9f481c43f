package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import catchment.grammar.syntax.Argument;
import catchment.grammar.syntax.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Texts that stand side by side where a comma was meant: {@code ["195967001" "304527002"]} is a list of one text. In a list this is a warning; where the joined
 * text, or the call that has an argument too few, is an error, that error is told as the missing comma.
 *
 * <p>Texts on lines of their own that are no codes are one long text, and nothing is said of them.
 */
final class JoinedTexts {
    private static final Pattern CODE = Pattern.compile("(?=.*[0-9])[A-Za-z0-9.]{3,18}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Function<Span, String> sourceText;
    private final Map<Span, Diagnostic> warnings = new LinkedHashMap<>();
    private final Map<Span, Diagnostic> errors = new LinkedHashMap<>();
    private final Map<Span, Diagnostic> calls = new LinkedHashMap<>();

    /** Reads texts as they are written. */
    JoinedTexts(Function<Span, String> sourceText) {
        this.sourceText = sourceText;
    }

    /** Looks at the elements of a list, tuple or set. */
    void elements(List<Expression> elements) {
        boolean warned = false;
        for (Expression element : elements) {
            if (element instanceof Expression.StringLiteral text && !text.gaps().isEmpty() && !errors.containsKey(text.span())) {
                List<String> pieces = pieces(text);
                if (onOneLine(text.span()) || pieces.stream().anyMatch(piece -> CODE.matcher(bare(piece)).matches())) {
                    errors.put(text.span(), error(text, pieces));
                    if (!warned) {
                        warnings.put(text.span(), warning(text, pieces));
                    }
                    warned = true;
                }
            }
        }
    }

    /** Looks at the arguments of a call. */
    void arguments(Expression.Call call) {
        for (Argument argument : call.arguments()) {
            if (argument instanceof Argument.Positional given
                    && given.value() instanceof Expression.StringLiteral text
                    && !text.gaps().isEmpty()
                    && !errors.containsKey(text.span())) {
                List<String> pieces = pieces(text);
                if (pieces.stream().allMatch(piece -> DATE.matcher(bare(piece)).matches())) {
                    errors.put(text.span(), error(text, pieces));
                }
                // A path may well be put together from its parts.
                if (onOneLine(text.span()) && pieces.stream().noneMatch(piece -> piece.indexOf('/') >= 0)) {
                    calls.put(call.argumentsSpan(), error(text, pieces));
                }
            }
        }
    }

    /** What is to be reported in place of a finding; most often itself. */
    Diagnostic instead(Diagnostic finding) {
        if (errors.isEmpty() && calls.isEmpty() || !finding.isError()) {
            return finding;
        }
        Optional<Diagnostic> found = Optional.ofNullable(errors.get(finding.span()));
        if (found.isPresent()) {
            warnings.remove(finding.span());
            return found.get();
        }
        return finding.code() == EvalCode.MISSING_ARGUMENT
                ? calls.entrySet().stream()
                        .filter(call -> call.getKey().file().equals(finding.span().file())
                                && call.getKey().end().equals(finding.span().end()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(finding)
                : finding;
    }

    /** What is left to say of texts that were joined and did no harm yet. */
    List<Diagnostic> warnings() {
        return List.copyOf(warnings.values());
    }

    private Diagnostic error(Expression.StringLiteral text, List<String> pieces) {
        return mended(
                Diagnostic.error(EvalCode.COMMA_MISSING_BETWEEN_TEXTS, text.gaps().getFirst(), headline(pieces)), text, pieces);
    }

    private Diagnostic warning(Expression.StringLiteral text, List<String> pieces) {
        return mended(
                        Diagnostic.warning(EvalCode.COMMA_MISSING_BETWEEN_TEXTS, text.gaps().getFirst(), headline(pieces)), text, pieces)
                .hint("where one text is meant, put it in parentheses");
    }

    private static String headline(List<String> pieces) {
        return "without a comma, `" + pieces.get(0) + "` and `" + pieces.get(1) + "` are read as one text";
    }

    private Diagnostic mended(Diagnostic found, Expression.StringLiteral text, List<String> pieces) {
        if (pieces.size() == 2) {
            return found.hint("write `" + pieces.get(0) + ", " + pieces.get(1) + "`").fix(text.gaps().getFirst().before(), ",");
        }
        StringBuilder all = new StringBuilder(pieces.getFirst());
        for (int i = 1; i < pieces.size(); i++) {
            all.append(',').append(sourceText.apply(text.gaps().get(i - 1))).append(pieces.get(i));
        }
        return found.hint("write commas between all " + pieces.size() + " of them").fix(text.span(), all.toString());
    }

    /** The literals as they are written, quotes included. */
    private List<String> pieces(Expression.StringLiteral text) {
        List<String> pieces = new ArrayList<>();
        Position start = text.span().start();
        for (Span gap : text.gaps()) {
            pieces.add(sourceText.apply(new Span(text.span().file(), start, gap.start())));
            start = gap.end();
        }
        pieces.add(sourceText.apply(new Span(text.span().file(), start, text.span().end())));
        return pieces;
    }

    private static String bare(String piece) {
        return piece.replaceAll("^[A-Za-z]*[\"']+|[\"']+$", "");
    }

    private static boolean onOneLine(Span span) {
        return span.start().line() == span.end().line();
    }
}
