package catchment.compiler.standard;

import catchment.compiler.eval.BooleanValue;
import catchment.compiler.eval.Collection;
import catchment.compiler.eval.EvalCode;
import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.eval.FloatValue;
import catchment.compiler.eval.IntegerValue;
import catchment.compiler.eval.Invocation;
import catchment.compiler.eval.Keys;
import catchment.compiler.eval.NoneValue;
import catchment.compiler.eval.Poison;
import catchment.compiler.eval.TextFile;
import catchment.compiler.eval.TextValue;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code json}: values that other actions have written. */
final class JsonModule {
    /** Depth and lengths are our own affair: what a value may be is the same for all that makes one. */
    private static final JsonFactory FORMAT = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonModule() {}

    static Map<String, EvaluatedValue> values() {
        return new Functions()
                .function("load", "fp", JsonModule::load)
                .function("loads", "s", call -> call.text("s")
                        .map(text -> parsed(text, Optional.empty(), call))
                        .orElseGet(() -> new Poison(call.span())))
                .refused("dump", "a definition writes no files", "print the value, or use it in a variable")
                .values();
    }

    private static EvaluatedValue load(Invocation call) {
        if (call.value("fp") instanceof TextFile file) {
            return parsed(file.source().text(), Optional.of(file.source().file()), call);
        }
        return call.wrongKind("fp", "an open file");
    }

    private static EvaluatedValue parsed(String text, Optional<String> file, Invocation call) {
        call.allocate(text.length());
        try (JsonParser parser = FORMAT.createParser(text)) {
            parser.nextToken();
            EvaluatedValue value = value(parser, call);
            if (parser.nextToken() != null) {
                return notJson("more text follows after the value", parser, file, call);
            }
            return value;
        } catch (JsonProcessingException fault) {
            JsonLocation at = Optional.ofNullable(fault.getLocation()).orElse(JsonLocation.NA);
            Span span = file.map(name -> place(name, at.getLineNr(), at.getColumnNr())).orElse(call.span());
            return call.context().refuse(Diagnostic.error(EvalCode.JSON_FORMAT, span, "this is not JSON")
                    .hint("it can be read up to line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (IOException _) {
            return call.refuse(EvalCode.JSON_FORMAT, "this is not JSON");
        }
    }

    private static Poison notJson(String why, JsonParser parser, Optional<String> file, Invocation call) {
        Span span = file.map(name -> place(name, parser.currentLocation().getLineNr(), 1)).orElse(call.span());
        return call.context().refuse(Diagnostic.error(EvalCode.JSON_FORMAT, span, "this is not JSON: " + why));
    }

    private static Span place(String file, int line, int column) {
        Position place = new Position(Math.max(1, line), Math.max(1, column));
        return new Span(file, place, place);
    }

    private static EvaluatedValue value(JsonParser parser, Invocation call) throws IOException {
        Span span = call.span();
        JsonToken token = parser.currentToken();
        if (token == null) {
            return call.refuse(EvalCode.JSON_FORMAT, "there is no JSON in an empty text");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, call);
            case START_ARRAY -> array(parser, call);
            case VALUE_STRING -> new TextValue(parser.getText(), span);
            case VALUE_NUMBER_INT -> parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? call.refuse(EvalCode.NUMBER_TOO_LARGE, "the number " + parser.getText() + " does not fit into 64 bits")
                    : new IntegerValue(parser.getLongValue(), span);
            case VALUE_NUMBER_FLOAT -> new FloatValue(parser.getDoubleValue(), span);
            case VALUE_TRUE -> new BooleanValue(true, span);
            case VALUE_FALSE -> new BooleanValue(false, span);
            case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT -> new NoneValue(span);
        };
    }

    private static EvaluatedValue object(JsonParser parser, Invocation call) throws IOException {
        Collection.DictValue dict = new Collection.DictValue(call.span());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            TextValue key = new TextValue(parser.currentName(), call.span());
            parser.nextToken();
            Keys.put(dict, key, element(parser, call), call.span(), call.context());
        }
        return dict;
    }

    private static EvaluatedValue element(JsonParser parser, Invocation call) throws IOException {
        try {
            return call.context().within(() -> {
                try {
                    return value(parser, call);
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            });
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    private static EvaluatedValue array(JsonParser parser, Invocation call) throws IOException {
        List<EvaluatedValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element(parser, call));
        }
        return new Collection.ListValue(elements, call.span());
    }
}
