package catchment.compiler.eval;

import java.util.Optional;

/** {@code "{} to {end}".format(…)}: fields by place or by name, with formats. */
final class FormatMethod {
    private final Invocation call;
    private int next;

    FormatMethod(Invocation call) {
        this.call = call;
    }

    EvaluatedValue apply(String format) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < format.length()) {
            char c = format.charAt(i);
            boolean doubled = i + 1 < format.length() && format.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                text.append(c);
                i += 2;
            } else if (c == '{') {
                int end = format.indexOf('}', i);
                if (end < 0) {
                    return call.refuse(EvalCode.FORMAT_SPECIFICATION, "a `{` of the format is never closed");
                }
                Optional<String> field = field(format.substring(i + 1, end));
                if (field.isEmpty()) {
                    return new Poison(call.span());
                }
                text.append(field.get());
                i = end + 1;
            } else {
                text.append(c);
                i++;
            }
        }
        return new TextValue(text.toString(), call.span());
    }

    private Optional<String> field(String field) {
        int colon = field.indexOf(':');
        String name = colon < 0 ? field : field.substring(0, colon);
        String specification = colon < 0 ? "" : field.substring(colon + 1);
        Optional<EvaluatedValue> value;
        if (name.isEmpty() || name.chars().allMatch(Character::isDigit)) {
            int place = name.isEmpty() ? next++ : name.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(name);
            value = place < call.rest().size()
                    ? Optional.of(call.rest().get(place).value())
                    : Optional.empty();
        } else {
            value = call.namedRest().stream()
                    .filter(given -> given.name().filter(name::equals).isPresent())
                    .map(Arguments.Given::value)
                    .findFirst();
        }
        if (value.isEmpty()) {
            call.refuse(EvalCode.FORMAT_SPECIFICATION, "nothing was given for `{" + field + "}`");
            return Optional.empty();
        }
        return FormatSpecification.apply(value.get(), specification, call.span(), call.span(), call.context());
    }
}
