package catchment.runtime.dummy;

import catchment.compiler.model.Type;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Codes of the right form that stand for nothing. */
final class CodeText {
    private static final Map<Type, RegexText> FORMS = forms();

    private CodeText() {}

    private static Map<Type, RegexText> forms() {
        Map<Type, RegexText> forms = new EnumMap<>(Type.class);
        Stream.of(Type.values()).filter(type -> type.isCode() || type.isMultiCode()).forEach(type -> forms.put(type, RegexText.of(form(type))));
        return forms;
    }

    /** Some code of the system; of a multi-code text, one of its codes. */
    static String draw(Type type, SplittableRandom random) {
        return FORMS.get(type).draw(random).orElseThrow();
    }

    /** A whole code that begins with the prefix, where that is not one already. */
    static String completed(String prefix, Type type, SplittableRandom random) {
        StringBuilder code = new StringBuilder(prefix);
        int whole = 3;
        while (code.length() < whole) {
            code.append(random.nextInt(10));
        }
        if (type == Type.ICD10_MULTI_CODE_STRING && code.length() == whole && random.nextBoolean()) {
            code.append(random.nextInt(10));
        }
        return code.toString();
    }

    private static String form(Type type) {
        return switch (type) {
            case SNOMEDCT_CODE, DMD_CODE -> "[1-9][0-9]{7,9}";
            case CTV3_CODE -> "[A-HX][0-9a-z]{3}[0-9A-Za-z.]";
            case ICD10_CODE, ICD10_MULTI_CODE_STRING -> "[A-Z][0-9]{2}[0-9]?";
            case OPCS4_CODE, OPCS4_MULTI_CODE_STRING -> "[A-HJ-Z][0-9]{3}";
            case BNF_CODE -> "0[0-9]{6}[A-Z]{2}[A-Z]{2}[A-Z]{2}[A-Z]{2}";
            case STR, BOOL, INT, FLOAT, DATE -> throw new IllegalArgumentException(type + " has no codes");
        };
    }
}
