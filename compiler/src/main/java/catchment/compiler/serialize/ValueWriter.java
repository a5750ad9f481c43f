package catchment.compiler.serialize;

import catchment.compiler.meaning.DecimalText;
import catchment.compiler.model.Type;
import catchment.compiler.model.ValueSet;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;

/** Writes static values. */
final class ValueWriter {
    private final JsonGenerator json;

    ValueWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Something that writes. */
    @FunctionalInterface
    interface Part {
        void write() throws IOException;
    }

    JsonGenerator json() {
        return json;
    }

    /** {@code {"name": …}}. */
    void wrapped(String name, Part part) throws IOException {
        json.writeStartObject();
        json.writeFieldName(name);
        part.write();
        json.writeEndObject();
    }

    /** A field of the object that is open. */
    void field(String name, Part part) throws IOException {
        json.writeFieldName(name);
        part.write();
    }

    void text(String text) throws IOException {
        json.writeString(text);
    }

    void date(LocalDate date) throws IOException {
        wrapped("date", () -> json.writeString(date.toString()));
    }

    void type(Type type) throws IOException {
        wrapped("type", () -> json.writeString(type.serialName()));
    }

    /** A value of a type; null too. */
    void value(Object value, Type type) throws IOException {
        if (value != null && type.isCode()) {
            wrapped(type.serialName(), () -> json.writeString((String) value));
        } else {
            plain(value);
        }
    }

    /** A value that says its own type. */
    void plain(Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Boolean truth -> json.writeBoolean(truth);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(DecimalText.write(number));
            case LocalDate date -> date(date);
            default -> json.writeString((String) value);
        }
    }

    /** {@code {"tuple": […]}} of values that say their own type. */
    void tuple(Collection<?> values) throws IOException {
        wrapped("tuple", () -> {
            json.writeStartArray();
            for (Object value : values) {
                plain(value);
            }
            json.writeEndArray();
        });
    }

    /** {@code {"frozenset": […]}}, in order of first appearance. */
    void set(ValueSet set) throws IOException {
        wrapped("frozenset", () -> {
            json.writeStartArray();
            for (Object value : set.values()) {
                value(value, set.type());
            }
            json.writeEndArray();
        });
    }
}
