package catchment.compiler.query;

import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Library;
import catchment.compiler.model.Type;
import catchment.grammar.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that can be imported from {@code ehrql} and below it. The standard tables are resources, written in the language. */
public final class EhrqlLibrary implements Library {
    private static final List<String> TABLES = List.of(
            "ehrql.tables.core",
            "ehrql.tables.emis",
            "ehrql.tables.emisv2",
            "ehrql.tables.raw.core",
            "ehrql.tables.raw.emis",
            "ehrql.tables.raw.tpp",
            "ehrql.tables.smoketest",
            "ehrql.tables.tpp");

    private final Map<String, Map<String, EvaluatedValue>> modules = modules();

    @Override
    public Optional<Map<String, EvaluatedValue>> module(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    @Override
    public Optional<SourceText> source(String name) {
        if (!TABLES.contains(name)) {
            return Optional.empty();
        }
        String resource = "/" + name.replace('.', '/') + ".ehrql";
        try (InputStream stream = EhrqlLibrary.class.getResourceAsStream(resource)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new SourceText("<" + name + ">", new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException problem) {
            throw new UncheckedIOException("the resource " + resource + " cannot be read", problem);
        }
    }

    @Override
    public List<String> moduleNames() {
        List<String> names = new ArrayList<>(modules.keySet());
        names.addAll(TABLES);
        return names;
    }

    private static Map<String, Map<String, EvaluatedValue>> modules() {
        Map<String, Map<String, EvaluatedValue>> modules = new LinkedHashMap<>();
        Map<String, EvaluatedValue> codes = codes();
        Map<String, EvaluatedValue> tables = tables();
        Map<String, EvaluatedValue> ehrql = new LinkedHashMap<>();
        for (String name : List.of(
                "case", "claim_permissions", "codelist_from_csv", "create_dataset", "create_measures", "days", "get_parameter", "maximum_of",
                "minimum_of", "months", "show", "table_from_file", "weeks", "when", "years")) {
            ehrql.put(name, function(name));
        }
        ehrql.put("Dataset", new OutputClass(true));
        ehrql.put("Error", new ErrorClass());
        ehrql.put("INTERVAL", new IntervalValue());
        ehrql.put("Measures", new OutputClass(false));
        modules.put("ehrql", ehrql);
        modules.put("ehrql.codes", codes);
        modules.put("ehrql.tables", tables);
        modules.put("ehrql.tables.raw", Map.of());
        modules.put("ehrql.query_language", queryLanguage(ehrql, codes, tables));
        modules.put("ehrql.measures", some(ehrql, "INTERVAL", "Measures", "create_measures"));
        modules.put("ehrql.permissions", some(ehrql, "claim_permissions"));
        modules.put("ehrql.debugger", some(ehrql, "show"));
        modules.put("ehrql.user_parameters", some(ehrql, "get_parameter"));
        return modules;
    }

    private static EvaluatedValue function(String name) {
        return new LibraryFunction(Catalogue.function(name));
    }

    private static Map<String, EvaluatedValue> some(Map<String, EvaluatedValue> all, String... names) {
        Map<String, EvaluatedValue> some = new LinkedHashMap<>();
        Arrays.stream(names).forEach(name -> some.put(name, all.get(name)));
        return some;
    }

    private static Map<String, EvaluatedValue> codes() {
        Map<String, EvaluatedValue> codes = new LinkedHashMap<>();
        Arrays.stream(Type.values())
                .filter(type -> type.isCode() || type.isMultiCode())
                .forEach(type -> codes.put(type.serialName(), new CodeClass(type)));
        codes.put("codelist_from_csv", function("codelist_from_csv"));
        return codes;
    }

    private static Map<String, EvaluatedValue> tables() {
        Map<String, EvaluatedValue> tables = new LinkedHashMap<>();
        tables.put("Constraint", ConstraintOperations.namespace());
        tables.put("EventFrame", new FrameBase(true));
        tables.put("PatientFrame", new FrameBase(false));
        List.of("Series", "table", "table_from_file", "table_from_rows").forEach(name -> tables.put(name, function(name)));
        return tables;
    }

    private static Map<String, EvaluatedValue> queryLanguage(
            Map<String, EvaluatedValue> ehrql, Map<String, EvaluatedValue> codes, Map<String, EvaluatedValue> tables) {
        Map<String, EvaluatedValue> all = new LinkedHashMap<>(tables);
        all.putAll(ehrql);
        all.remove("show");
        for (Type type : Type.values()) {
            String name = switch (type) {
                case BOOL -> "Bool";
                case INT -> "Int";
                case FLOAT -> "Float";
                case STR -> "Str";
                case DATE -> "Date";
                case SNOMEDCT_CODE, DMD_CODE, CTV3_CODE, ICD10_CODE, OPCS4_CODE, BNF_CODE, ICD10_MULTI_CODE_STRING, OPCS4_MULTI_CODE_STRING ->
                        type.serialName();
            };
            series(all, name + "PatientSeries", Optional.of(type), Optional.of(true));
            series(all, name + "EventSeries", Optional.of(type), Optional.of(false));
        }
        series(all, "BaseSeries", Optional.empty(), Optional.empty());
        series(all, "PatientSeries", Optional.empty(), Optional.of(true));
        series(all, "EventSeries", Optional.empty(), Optional.of(false));
        all.put("BaseFrame", new SeriesClass("BaseFrame", FrameValue.class::isInstance));
        all.put("DateDifference", new SeriesClass("DateDifference", DateDifferenceValue.class::isInstance));
        all.put("Duration", new SeriesClass("Duration", DurationValue.class::isInstance));
        return all;
    }

    private static void series(Map<String, EvaluatedValue> all, String name, Optional<Type> type, Optional<Boolean> perPatient) {
        all.put(name, new SeriesClass(
                name,
                value -> value instanceof SeriesValue series
                        && type.stream().allMatch(wanted -> series.type() == wanted)
                        && perPatient.stream().allMatch(wanted -> series.perPatient() == wanted)));
    }
}
