package catchment.compiler.query;

import catchment.compiler.model.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Codes as texts: how each system writes them, and what people and spreadsheets make of them. */
final class CodeTexts {
    private static final Pattern SPREADSHEET = Pattern.compile("[0-9](?:\\.[0-9]+)?[eE]\\+?[0-9]+");

    private CodeTexts() {}

    /** Every coding system. */
    static List<Type> systems() {
        return Arrays.stream(Type.values()).filter(Type::isCode).toList();
    }

    /** The systems other than {@code wanted} that write a code like this. */
    static List<Type> otherSystems(String text, Type wanted) {
        return systems().stream().filter(system -> system != wanted && system.accepts(text)).toList();
    }

    /** True for a long number as a spreadsheet shows it: {@code 3.91136E+16}. */
    static boolean damagedBySpreadsheet(String text) {
        return SPREADSHEET.matcher(text).matches();
    }

    /** How the system writes the same code, where one can guess: without blanks and dots, with capitals, padded. */
    static Optional<String> mended(String text, Type wanted) {
        LinkedHashSet<String> tries = new LinkedHashSet<>();
        String tidy = text.strip().replaceAll("[\\s\\u00a0]", "");
        tries.add(tidy);
        tries.add(tidy.toUpperCase(Locale.ROOT));
        if (wanted == Type.CTV3_CODE) {
            tries.add((tidy + ".....").substring(0, Math.max(5, tidy.length())));
        } else {
            String plain = tidy.replaceAll("[.\\-–]", "").toUpperCase(Locale.ROOT);
            tries.add(plain);
            tries.add(plain.replaceAll("[^0-9A-Z].*$", ""));
        }
        if (tidy.endsWith(".0")) {
            tries.add(tidy.substring(0, tidy.length() - 2));
        }
        List<String> good = new ArrayList<>(tries);
        return good.stream().filter(candidate -> !candidate.equals(text) && wanted.accepts(candidate)).findFirst();
    }

    /** How a system writes its codes, for people. */
    static String format(Type system) {
        return switch (system) {
            case SNOMEDCT_CODE, DMD_CODE -> "6 to 18 digits, the first not 0";
            case CTV3_CODE -> "5 characters, letters and digits, padded with dots at the end";
            case ICD10_CODE -> "a capital letter, 2 digits, then up to 2 digits or X, without a dot";
            case OPCS4_CODE -> "a capital letter and 2 or 3 digits, without a dot";
            case BNF_CODE -> "15 characters (digits, then capitals and digits), or 11 digits for an appliance";
            case BOOL, INT, FLOAT, STR, DATE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING -> "text";
        };
    }
}
