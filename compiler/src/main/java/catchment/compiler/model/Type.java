package catchment.compiler.model;

import java.util.regex.Pattern;

/**
 * The type of a series or a column. A value of it is, in Java: {@code Boolean}, {@code Long}, {@code Double}, {@code String} (texts, codes and multi-code
 * strings) or {@code LocalDate}.
 */
public enum Type {
    /** True or false. */
    BOOL("bool", "true/false"),
    /** A whole number of 64 bits. */
    INT("int", "whole number"),
    /** A double; never NaN or infinite. */
    FLOAT("float", "decimal number"),
    /** Text; compares by code point. */
    STR("str", "text"),
    /** A day of the years 1 to 9999. */
    DATE("date", "date"),
    /** SNOMED CT concept: 6 to 18 digits. */
    SNOMEDCT_CODE("SNOMEDCTCode", "SNOMED CT code", "[1-9][0-9]{5,17}"),
    /** Dictionary of medicines and devices: 6 to 18 digits. */
    DMD_CODE("DMDCode", "dm+d code", "[1-9][0-9]{5,17}"),
    /** Clinical Terms Version 3 (Read): five characters, padded with dots. */
    CTV3_CODE(
            "CTV3Code",
            "CTV3 code",
            "[0-9A-Za-z]{5}|[0-9A-Za-z]{4}\\.|[0-9A-Za-z]{3}\\.\\.|[0-9A-Za-z]{2}\\.\\.\\."),
    /** International Classification of Diseases, without the dot. */
    ICD10_CODE("ICD10Code", "ICD-10 code", "[A-Z][0-9][0-9](X[0-9]?|[0-9]{0,2})?"),
    /** Classification of Interventions and Procedures, without the dot. */
    OPCS4_CODE("OPCS4Code", "OPCS-4 code", "[A-HJ-Z][0-9]{2,3}"),
    /** British National Formulary: 15 characters, or an appliance. */
    BNF_CODE("BNFCode", "BNF code", "[01][0-9]{6}[0-9A-Z]{2}([A-Z][0-9A-Z]){3}|2[0-3][0-9]{9}"),
    /** Several ICD-10 codes in one text; only {@code contains} is asked of it. The pattern is that of a prefix. */
    ICD10_MULTI_CODE_STRING(
            "ICD10MultiCodeString", "text of several ICD-10 codes", "[A-Z]([0-9]{0,4}|[0-9]{2}X[0-9]?)"),
    /** Several OPCS-4 codes in one text. */
    OPCS4_MULTI_CODE_STRING("OPCS4MultiCodeString", "text of several OPCS-4 codes", "[A-HJ-Z][0-9]{0,3}");

    private final String serialName;
    private final String words;
    private final Pattern format;

    Type(String serialName, String words) {
        this(serialName, words, "(?s).*");
    }

    Type(String serialName, String words, String format) {
        this.serialName = serialName;
        this.words = words;
        this.format = Pattern.compile(format);
    }

    /** Its name in a serialised definition and in the language: {@code int}, {@code SNOMEDCTCode}. */
    public String serialName() {
        return serialName;
    }

    /** What a researcher calls it: "whole number". */
    public String words() {
        return words;
    }

    /** True for a clinical coding system. */
    public boolean isCode() {
        return switch (this) {
            case SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE -> true;
            case BOOL, INT, FLOAT, STR, DATE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING -> false;
        };
    }

    /** True for several codes in one text. */
    public boolean isMultiCode() {
        return this == ICD10_MULTI_CODE_STRING || this == OPCS4_MULTI_CODE_STRING;
    }

    /** True for whole and decimal numbers. */
    public boolean isNumeric() {
        return this == INT || this == FLOAT;
    }

    /** True where values have an order that sorting, minimum and maximum can use: numbers, texts, dates and codes. */
    public boolean isComparable() {
        return this != BOOL && !isMultiCode();
    }

    /** True where values are texts to an engine and in a file: texts, codes and multi-code strings. */
    public boolean isText() {
        return this == STR || isCode() || isMultiCode();
    }

    /** For a code, whether the text is one of the system; for a multi-code string, whether it is a prefix of a code; else true. */
    public boolean accepts(String text) {
        return format.matcher(text).matches();
    }
}
