package catchment.compiler.backend;

import catchment.compiler.eval.Arguments.Given;
import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.Invocation;
import catchment.compiler.eval.Library;
import catchment.compiler.eval.NativeFunction;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextValue;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The module {@code catchment.backends}, which only the text of a backend can import. */
final class BackendLibrary implements Library {
    private static final String MODULE = "catchment.backends";
    /** A setting gets into SQL, where a sign of another kind could end a name or a text. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private final BackendEnvironment environment;

    BackendLibrary(BackendEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Optional<Map<String, EvaluatedValue>> module(String name) {
        if (!name.equals(MODULE)) {
            return name.equals("catchment") ? Optional.of(Map.of()) : Optional.empty();
        }
        Map<String, EvaluatedValue> names = new LinkedHashMap<>();
        names.put("backend", NativeFunction.of("backend", "class_, /", BackendDeclaration::of));
        names.put("column", NativeFunction.of("column", "name, *, missing=", TableMappings::column));
        names.put("holds", NativeFunction.of("holds", "permission", this::holds));
        names.put("mapped", NativeFunction.of("mapped", "table, place, /, *, permission=, **columns", TableMappings::mapped));
        names.put("query", NativeFunction.of("query", "table, sql, /, *, computed_once=, permission=, **columns", TableMappings::query));
        names.put("setting", NativeFunction.of("setting", "name, default", this::setting));
        return Optional.of(names);
    }

    private EvaluatedValue holds(Invocation call) {
        return call.text("permission")
                .<EvaluatedValue>map(permission -> new BooleanValue(environment.permissions().contains(permission), call.span()))
                .orElseGet(() -> new Poison(call.span()));
    }

    private EvaluatedValue setting(Invocation call) {
        Optional<String> name = call.text("name");
        Optional<String> otherwise = name.isEmpty() ? name : call.text("default");
        if (otherwise.isEmpty()) {
            return new Poison(call.span());
        }
        String value = environment.settings().apply(name.get()).filter(set -> !set.isEmpty()).orElse(otherwise.get());
        if (!HARMLESS.matcher(value).matches()) {
            return refuse(call, "the value of the setting `" + name.get() + "` has a sign that could change the SQL that it gets into", "letters, digits, `_` and `-`");
        }
        return new TextValue(value, call.span());
    }

    static Poison refuse(Invocation call, String message, String hint) {
        return call.context().refuse(Diagnostic.error(BackendCode.BACKEND_DECLARATION, call.span(), message).hint(hint));
    }

    static Poison refuse(Invocation call, Given given, String message, String hint) {
        return call.context().refuse(Diagnostic.error(BackendCode.BACKEND_DECLARATION, given.span(), message).hint(hint));
    }

    @Override
    public Optional<SourceText> source(String name) {
        return Optional.empty();
    }

    @Override
    public List<String> moduleNames() {
        return List.of(MODULE);
    }
}
