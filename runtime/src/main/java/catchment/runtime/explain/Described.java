package catchment.runtime.explain;

import catchment.compiler.definition.StaticData;
import catchment.compiler.model.Type;
import catchment.runtime.format.CellText;
import java.time.LocalDate;
import java.util.Optional;

/** Values and data in the words of a message. */
public final class Described {
    private Described() {}

    /** What a researcher calls it: "a list", "text". */
    public static String kind(StaticData data) {
        return switch (data) {
            case StaticData.Absent _ -> "None";
            case StaticData.Mapping _ -> "a dict";
            case StaticData.Sequence sequence -> sequence.fixed() ? "a tuple" : "a list";
            case StaticData.Foreign foreign -> foreign.kind();
            case StaticData.Scalar scalar -> a(scalar.type());
        };
    }

    /** A type with its article. */
    public static String a(Type type) {
        return switch (type) {
            case BOOL, STR -> type.words();
            case ICD10_CODE, OPCS4_CODE -> "an " + type.words();
            case INT, FLOAT, DATE, SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING -> "a " + type.words();
        };
    }

    /** A value as a definition writes it; a missing one is None. */
    public static String value(Optional<Object> value) {
        return value.map(Described::value).orElse("None");
    }

    private static String value(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "True" : "False";
            case LocalDate date -> date.toString();
            case String text -> "\"" + (text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…").replace("\n", "\\n").replace("\r", "\\r") + "\"";
            default -> CellText.write(value);
        };
    }
}
