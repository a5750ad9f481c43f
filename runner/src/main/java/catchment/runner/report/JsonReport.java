package catchment.runner.report;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.Fix;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Diagnostics as a program reads them: one array on one line. The layout is described in {@code docs/diagnostics.md}. */
final class JsonReport {
    private JsonReport() {}

    /** The array, without a line end. */
    static String text(List<Diagnostic> diagnostics) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartArray();
            for (Diagnostic diagnostic : diagnostics) {
                json.writeStartObject();
                json.writeStringField("code", diagnostic.code().id());
                json.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
                json.writeStringField("message", diagnostic.message());
                place(json, diagnostic.span());
                json.writeArrayFieldStart("hints");
                for (String hint : diagnostic.hints()) {
                    json.writeString(hint);
                }
                json.writeEndArray();
                json.writeArrayFieldStart("fixes");
                for (Fix fix : diagnostic.fixes()) {
                    json.writeStartObject();
                    place(json, fix.span());
                    json.writeStringField("replacement", fix.replacement());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void place(JsonGenerator json, Span span) throws IOException {
        if (span.hasFile()) {
            json.writeStringField("file", span.file());
        } else {
            json.writeNullField("file");
        }
        position(json, "start", span.start());
        position(json, "end", span.end());
    }

    private static void position(JsonGenerator json, String name, Position position) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("line", position.line());
        json.writeNumberField("column", position.column());
        json.writeEndObject();
    }
}
