package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.eval.TextValue;
import catchment.compiler.model.Type;
import catchment.grammar.diagnostic.Diagnostic;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said of parameters of the command line. */
final class ParameterMisses {
    private static final Pattern DEFAULT = Pattern.compile("default\\s*=\\s*([\"'])(-?[0-9.]+)\\1");

    private ParameterMisses() {}

    /** A parameter without a type where a number or a truth value is wanted: said at the parameter. */
    static Diagnostic isText(TextValue text, String origin, Type wanted, Context context) {
        String type = switch (wanted) {
            case INT -> "int";
            case FLOAT -> "float";
            case BOOL -> "bool";
            case STR, DATE, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                    "str";
        };
        Diagnostic found = Diagnostic.error(
                QueryCode.PARAMETER_IS_TEXT,
                text.origin(),
                "a parameter is text unless it is given a type, and " + Words.a(wanted) + " is needed");
        int comma = origin.indexOf(',');
        int end = comma >= 0 ? comma : origin.lastIndexOf(')');
        if (end < 0 || origin.contains("type")) {
            return found.hint("give it a type: type=" + type);
        }
        String mended = origin.substring(0, end) + ", type=" + type + origin.substring(end);
        Matcher fallback = DEFAULT.matcher(mended);
        mended = wanted.isNumeric() ? fallback.replaceAll("default=$2") : mended;
        return found.hint("write " + Words.tick(mended.replaceAll("\\s*\\R\\s*", " "))).fix(text.origin(), mended);
    }
}
