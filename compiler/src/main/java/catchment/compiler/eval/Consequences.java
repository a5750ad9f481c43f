package catchment.compiler.eval;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.Fix;
import catchment.grammar.diagnostic.Severity;
import catchment.grammar.parse.SyntaxCode;
import catchment.grammar.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One mistake, one message. A line that cannot be read as it stands is read as it was probably meant, so that others are found; what is then said of the guess
 * itself would be a second message about the same mistake:
 *
 * <pre>
 * x = $y                     `$` has no meaning here (and not also: y is not defined)
 * f(else=1)                  `else` cannot be a name (and not also: there is no argument of the name that was put in its place)
 * print x                    what it shows stands in parentheses (and not also what it would have shown)
 * patients.age_on[date)      a method is called with round brackets (and not also: `)` cannot close `[`)
 * </pre>
 */
final class Consequences {
    private Consequences() {}

    /** The findings without those that are about nothing but a guess. */
    static List<Diagnostic> removed(List<Diagnostic> all) {
        List<Diagnostic> syntax = all.stream().filter(Diagnostic::isError).filter(found -> found.code() instanceof SyntaxCode).toList();
        if (syntax.isEmpty()) {
            return all;
        }
        Set<Span> mended = new HashSet<>();
        all.stream()
                .filter(found -> !(found.code() instanceof SyntaxCode))
                .flatMap(found -> found.fixes().stream())
                .map(Fix::span)
                .forEach(mended::add);
        return all.stream()
                .filter(found -> found.code() instanceof SyntaxCode code
                        ? code != SyntaxCode.BRACKET_MISMATCH || found.fixes().stream().map(Fix::span).noneMatch(mended::contains)
                        : syntax.stream().noneMatch(cause -> follows(found, cause)))
                .toList();
    }

    private static boolean follows(Diagnostic found, Diagnostic cause) {
        Span here = found.span();
        Span guess = cause.span();
        if (!here.file().equals(guess.file()) || !(cause.code() instanceof SyntaxCode code)) {
            return false;
        }
        return switch (code) {
            case CHARACTER_UNKNOWN -> here.start().equals(guess.end()) || here.end().equals(guess.start()) || here.start().equals(guess.start());
            case KEYWORD_AS_NAME -> here.start().equals(guess.start());
            case PRINT_STATEMENT -> found.severity() == Severity.NOTE && here.start().equals(guess.start());
            default -> false;
        };
    }
}
