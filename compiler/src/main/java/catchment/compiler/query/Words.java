package catchment.compiler.query;

import catchment.compiler.eval.Context;
import catchment.compiler.model.Type;
import catchment.grammar.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** How things are called in messages: by the researcher's own text where that is short, else by their kind. */
final class Words {
    private static final int LONGEST = 72;
    private static final String UNKNOWN = "this";

    private Words() {}

    /** The text at a place, on one line, shortened. */
    static String source(Span span, Context context) {
        String text = full(span, context);
        if (text.isEmpty()) {
            return UNKNOWN;
        }
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST - 1))) + "…";
    }

    /** The text at a place, on one line, whole. */
    static String full(Span span, Context context) {
        return context.sourceText(context.shown(span)).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** Something written in the language, set apart from the words around it. */
    static String tick(String written) {
        return written.equals(UNKNOWN) ? written : "`" + written + "`";
    }

    /** A type with its article: "a whole number", "text". */
    static String a(Type type) {
        return switch (type) {
            case BOOL, STR -> type.words();
            case INT, FLOAT, DATE, DMD_CODE, CTV3_CODE, BNF_CODE -> "a " + type.words();
            case SNOMEDCT_CODE -> "a " + type.words();
            case ICD10_CODE, OPCS4_CODE -> "an " + type.words();
            case ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING -> "a " + type.words();
        };
    }

    /** A type in the plural: "whole numbers", "texts". */
    static String several(Type type) {
        return switch (type) {
            case BOOL -> "true/false values";
            case STR -> "texts";
            case ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING -> type.words().replace("text of", "texts of");
            case INT, FLOAT, DATE, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE -> type.words() + "s";
        };
    }

    /** "a, b or c". */
    static String or(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }

    /** The first few, with "…" for the rest. */
    static String some(List<String> names, int most) {
        return names.stream().limit(most).collect(Collectors.joining(", ")) + (names.size() > most ? ", …" : "");
    }

    /** A text as it would be written in a definition. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }
}
