package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Span;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that columns of an output can have. */
final class VariableNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]+[A-Za-z0-9_]*");

    /** Words of Python: a column of that name could not be read back, nor used in an analysis. */
    private static final Set<String> KEYWORDS = Set.of(
            "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
            "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
            "return", "try", "while", "with", "yield");

    private static final Set<String> RESERVED = Set.of("patient_id", "population", "dummy_data_config");

    private VariableNames() {}

    /** The finding for a name that cannot be a column. */
    static Optional<Diagnostic> mistake(String name, Span span, Context context) {
        if (RESERVED.contains(name)) {
            return Optional.of(Diagnostic.error(QueryCode.RESERVED_NAME, span, Words.tick(name) + " has a meaning of its own")
                    .hint(switch (name) {
                        case "patient_id" -> "every output has a column patient_id already; give this variable another name";
                        case "population" -> "who is in the study is set with define_population(…)";
                        default -> "dummy data is set with configure_dummy_data(…)";
                    }));
        }
        return pattern(name, span);
    }

    /** The letters without their accents, {@code étage} as {@code etage}. */
    private static String plain(String name) {
        StringBuilder spelled = new StringBuilder();
        name.codePoints().forEach(point -> spelled.append(switch (point) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'Æ' -> "AE";
            case 'œ' -> "oe";
            case 'Œ' -> "OE";
            case 'ø' -> "o";
            case 'Ø' -> "O";
            case 'ł' -> "l";
            case 'Ł' -> "L";
            case 'đ' -> "d";
            case 'Đ' -> "D";
            default -> Character.toString(point);
        }));
        return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    /** The finding for a text that cannot be a name of a column at all. */
    static Optional<Diagnostic> pattern(String name, Span span) {
        if (KEYWORDS.contains(name)) {
            return Optional.of(Diagnostic.error(
                            QueryCode.VARIABLE_NAME, span, Words.tick(name) + " is a word of the language, so it cannot be a name")
                    .hint("for example " + Words.tick(name + "_")));
        }
        if (NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Diagnostic found = Diagnostic.error(
                QueryCode.VARIABLE_NAME,
                span,
                Words.tick(Words.quoted(name)) + " cannot be a name: names have letters, digits and _, and begin with a letter");
        String mended = plain(name).strip().replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^[^A-Za-z]+", "").replaceAll("_+$", "");
        return Optional.of(NAME.matcher(mended).matches() ? found.hint("for example " + Words.tick(mended)) : found);
    }
}
