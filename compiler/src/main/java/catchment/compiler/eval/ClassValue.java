package catchment.compiler.eval;

import catchment.grammar.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code class} statement makes, before its decorators see it: {@code class t(PatientFrame): …}. A decorator such as {@code @table} is called with it as its
 * only argument, and what it gives is bound to the name.
 *
 * @param nameSpan where the name stands
 * @param bases what stands between the parentheses
 * @param members what the body binds, in order: columns, functions, {@link PropertyValue}s, inner classes
 * @param memberSpans where each member's name stands
 * @param docstring the text of a string that is the first statement of the body
 * @param moduleName the module that it stands in
 * @param origin the whole statement
 */
public record ClassValue(
        String name,
        Span nameSpan,
        List<Arguments.Given> bases,
        Map<String, EvaluatedValue> members,
        Map<String, Span> memberSpans,
        Optional<String> docstring,
        String moduleName,
        Span origin)
        implements Behaviour {
    public ClassValue {
        bases = List.copyOf(bases);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        memberSpans = Collections.unmodifiableMap(new LinkedHashMap<>(memberSpans));
    }

    @Override
    public String kind() {
        return "a class";
    }

    @Override
    public List<String> attributeNames() {
        return List.copyOf(members.keySet());
    }

    @Override
    public Optional<EvaluatedValue> attribute(catchment.grammar.syntax.Expression.Attribute syntax, Context context) {
        return Optional.ofNullable(members.get(syntax.name()));
    }
}
