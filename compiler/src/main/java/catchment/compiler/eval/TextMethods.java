package catchment.compiler.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The methods of texts. */
final class TextMethods {
    static final StaticMethods.Table<TextValue> TABLE = new StaticMethods.Table<TextValue>()
            .method("lower", "", (text, call) -> text(text.value().toLowerCase(Locale.ROOT), call))
            .method("upper", "", (text, call) -> text(text.value().toUpperCase(Locale.ROOT), call))
            .method("casefold", "", (text, call) -> text(text.value().toLowerCase(Locale.ROOT), call))
            .method("capitalize", "", (text, call) -> text(capitalized(text.value()), call))
            .method("title", "", (text, call) -> text(title(text.value()), call))
            .method("strip", "chars=, /", (text, call) -> strip(text, call, true, true))
            .method("lstrip", "chars=, /", (text, call) -> strip(text, call, true, false))
            .method("rstrip", "chars=, /", (text, call) -> strip(text, call, false, true))
            .method("replace", "old, new, count=", TextMethods::replace)
            .method("split", "sep=, maxsplit=", TextMethods::split)
            .method("splitlines", "", (text, call) -> list(text.value().lines().toList(), call))
            .method("join", "iterable, /", TextMethods::join)
            .method("startswith", "prefix, /", (text, call) -> affix(text, call, "prefix", true))
            .method("endswith", "suffix, /", (text, call) -> affix(text, call, "suffix", false))
            .method("removeprefix", "prefix, /", (text, call) -> call.text("prefix")
                    .<EvaluatedValue>map(prefix -> text(
                            text.value().startsWith(prefix) ? text.value().substring(prefix.length()) : text.value(),
                            call))
                    .orElseGet(() -> new Poison(call.span())))
            .method("removesuffix", "suffix, /", (text, call) -> call.text("suffix")
                    .<EvaluatedValue>map(suffix -> text(
                            text.value().endsWith(suffix)
                                    ? text.value().substring(0, text.value().length() - suffix.length())
                                    : text.value(),
                            call))
                    .orElseGet(() -> new Poison(call.span())))
            .method("find", "sub, /", (text, call) -> find(text, call, false))
            .method("index", "sub, /", (text, call) -> find(text, call, true))
            .method("count", "sub, /", TextMethods::count)
            .method("zfill", "width, /", TextMethods::fill)
            .method("ljust", "width, fillchar=, /", (text, call) -> pad(text, call, false))
            .method("rjust", "width, fillchar=, /", (text, call) -> pad(text, call, true))
            .method("isdigit", "", (text, call) -> all(text, call, Character::isDigit))
            .method("isnumeric", "", (text, call) -> all(text, call, Character::isDigit))
            .method("isalpha", "", (text, call) -> all(text, call, Character::isLetter))
            .method("isalnum", "", (text, call) -> all(text, call, Character::isLetterOrDigit))
            .method("isupper", "", (text, call) -> new BooleanValue(
                    !text.value().equals(text.value().toLowerCase(Locale.ROOT))
                            && text.value().equals(text.value().toUpperCase(Locale.ROOT)),
                    call.span()))
            .method("islower", "", (text, call) -> new BooleanValue(
                    !text.value().equals(text.value().toUpperCase(Locale.ROOT))
                            && text.value().equals(text.value().toLowerCase(Locale.ROOT)),
                    call.span()))
            .method("isspace", "", (text, call) -> all(text, call, Character::isWhitespace))
            .method("format", "*values, **names", TextMethods::format);

    private TextMethods() {}

    private static EvaluatedValue text(String value, Invocation call) {
        call.allocate(value.length());
        return new TextValue(value, call.span());
    }

    private static EvaluatedValue list(List<String> parts, Invocation call) {
        return new Collection.ListValue(parts.stream().map(part -> text(part, call)).toList(), call.span());
    }

    private static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first).toLowerCase(Locale.ROOT);
    }

    private static String title(String text) {
        StringBuilder title = new StringBuilder();
        boolean inWord = false;
        for (int point : text.codePoints().toArray()) {
            title.appendCodePoint(inWord ? Character.toLowerCase(point) : Character.toTitleCase(point));
            inWord = Character.isLetter(point);
        }
        return title.toString();
    }

    private static EvaluatedValue strip(TextValue text, Invocation call, boolean left, boolean right) {
        Optional<EvaluatedValue> given = call.optional("chars");
        if (given.isPresent() && !(given.get() instanceof TextValue)) {
            return call.wrongKind("chars", "text");
        }
        String characters = given.map(value -> ((TextValue) value).value()).orElse("");
        int[] points = text.value().codePoints().toArray();
        int start = 0;
        int end = points.length;
        while (left && start < end && stripped(points[start], given.isPresent(), characters)) {
            start++;
        }
        while (right && end > start && stripped(points[end - 1], given.isPresent(), characters)) {
            end--;
        }
        return text(new String(points, start, end - start), call);
    }

    private static boolean stripped(int point, boolean given, String characters) {
        return given ? characters.indexOf(point) >= 0 : Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static EvaluatedValue replace(TextValue text, Invocation call) {
        Optional<String> old = call.text("old");
        Optional<String> fresh = call.text("new");
        Optional<Long> most = call.given("count").isPresent() ? call.integer("count") : Optional.of(-1L);
        if (old.isEmpty() || fresh.isEmpty() || most.isEmpty()) {
            return new Poison(call.span());
        }
        long places = countOf(old.get(), text.value());
        call.allocate(Math.max(0, places * (fresh.get().length() - (long) old.get().length())));
        if (most.get() < 0) {
            return text(text.value().replace(old.get(), fresh.get()), call);
        }
        String result = text.value();
        int from = 0;
        for (long i = 0; i < most.get(); i++) {
            int place = result.indexOf(old.get(), from);
            if (place < 0) {
                break;
            }
            result = result.substring(0, place) + fresh.get() + result.substring(place + old.get().length());
            from = place + fresh.get().length() + (old.get().isEmpty() ? 1 : 0);
            if (from > result.length()) {
                break;
            }
        }
        return text(result, call);
    }

    private static EvaluatedValue split(TextValue text, Invocation call) {
        Optional<Long> most = call.given("maxsplit").isPresent() ? call.integer("maxsplit") : Optional.of(-1L);
        if (most.isEmpty()) {
            return new Poison(call.span());
        }
        long limit = most.get() < 0 ? Long.MAX_VALUE : most.get();
        List<String> parts = new ArrayList<>();
        if (call.optional("sep").isEmpty()) {
            String rest = text.value().stripLeading();
            while (!rest.isEmpty()) {
                int end = 0;
                while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
                    end++;
                }
                if (parts.size() >= limit) {
                    parts.add(rest.stripTrailing());
                    break;
                }
                parts.add(rest.substring(0, end));
                rest = rest.substring(end).stripLeading();
            }
            return list(parts, call);
        }
        Optional<String> separator = call.text("sep");
        if (separator.isEmpty()) {
            return new Poison(call.span());
        }
        if (separator.get().isEmpty()) {
            return call.refuse(EvalCode.ARGUMENT_KIND, "an empty text cannot separate");
        }
        int from = 0;
        int place;
        while (parts.size() < limit && (place = text.value().indexOf(separator.get(), from)) >= 0) {
            parts.add(text.value().substring(from, place));
            from = place + separator.get().length();
        }
        parts.add(text.value().substring(from));
        return list(parts, call);
    }

    private static EvaluatedValue join(TextValue text, Invocation call) {
        Optional<List<EvaluatedValue>> elements = call.elements("iterable");
        if (elements.isEmpty()) {
            return new Poison(call.span());
        }
        List<String> parts = new ArrayList<>();
        for (EvaluatedValue element : elements.get()) {
            call.allocate(text.value().length());
            if (!(element instanceof TextValue part)) {
                return element instanceof Poison
                        ? new Poison(call.span())
                        : call.refuse(EvalCode.ARGUMENT_KIND, "`join` joins texts, and one of the elements is " + element.kind());
            }
            parts.add(part.value());
        }
        return text(String.join(text.value(), parts), call);
    }

    private static EvaluatedValue affix(TextValue text, Invocation call, String parameter, boolean start) {
        List<EvaluatedValue> affixes = call.value(parameter) instanceof Collection.TupleValue tuple
                ? tuple.elements()
                : List.of(call.value(parameter));
        for (EvaluatedValue affix : affixes) {
            if (!(affix instanceof TextValue given)) {
                return call.wrongKind(parameter, "text");
            }
            if (start ? text.value().startsWith(given.value()) : text.value().endsWith(given.value())) {
                return new BooleanValue(true, call.span());
            }
        }
        return new BooleanValue(false, call.span());
    }

    private static EvaluatedValue find(TextValue text, Invocation call, boolean mustBeThere) {
        Optional<String> part = call.text("sub");
        if (part.isEmpty()) {
            return new Poison(call.span());
        }
        int place = text.value().indexOf(part.get());
        if (place < 0 && mustBeThere) {
            return call.refuse(EvalCode.ELEMENT_MISSING, "the text does not hold " + Texts.quoted(part.get()));
        }
        return new IntegerValue(place < 0 ? -1 : text.value().codePointCount(0, place), call.span());
    }

    private static EvaluatedValue count(TextValue text, Invocation call) {
        Optional<String> part = call.text("sub");
        if (part.isEmpty()) {
            return new Poison(call.span());
        }
        if (part.get().isEmpty()) {
            return new IntegerValue(text.value().codePointCount(0, text.value().length()) + 1L, call.span());
        }
        return new IntegerValue(countOf(part.get(), text.value()), call.span());
    }

    private static long countOf(String part, String text) {
        if (part.isEmpty()) {
            return text.length() + 1L;
        }
        long count = 0;
        for (int place = text.indexOf(part); place >= 0; place = text.indexOf(part, place + part.length())) {
            count++;
        }
        return count;
    }

    private static EvaluatedValue fill(TextValue text, Invocation call) {
        Optional<Long> width = call.integer("width");
        if (width.isEmpty()) {
            return new Poison(call.span());
        }
        boolean sign = text.value().startsWith("-") || text.value().startsWith("+");
        String digits = sign ? text.value().substring(1) : text.value();
        return text((sign ? text.value().substring(0, 1) : "") + zeros(width.get() - text.value().length(), call) + digits, call);
    }

    private static String zeros(long count, Invocation call) {
        call.allocate(Math.max(0, count));
        return "0".repeat((int) Math.max(0, count));
    }

    private static EvaluatedValue pad(TextValue text, Invocation call, boolean right) {
        Optional<Long> width = call.integer("width");
        Optional<String> filler = call.given("fillchar").isPresent() ? call.text("fillchar") : Optional.of(" ");
        if (width.isEmpty() || filler.isEmpty()) {
            return new Poison(call.span());
        }
        long count = Math.max(0, width.get() - text.value().codePointCount(0, text.value().length()));
        call.allocate(count);
        String padding = filler.get().repeat((int) count);
        return text(right ? padding + text.value() : text.value() + padding, call);
    }

    private static EvaluatedValue all(TextValue text, Invocation call, java.util.function.IntPredicate test) {
        return new BooleanValue(!text.value().isEmpty() && text.value().codePoints().allMatch(test), call.span());
    }

    private static EvaluatedValue format(TextValue text, Invocation call) {
        return new FormatMethod(call).apply(text.value());
    }
}
