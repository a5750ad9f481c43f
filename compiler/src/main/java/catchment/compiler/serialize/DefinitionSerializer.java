package catchment.compiler.serialize;

import catchment.compiler.definition.Definition;
import catchment.compiler.model.Node;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes a definition as JSON: {@code {"value": …, "1": …, …}}, nodes in the order in which they are complete, by ids given where each is first met. */
public final class DefinitionSerializer {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private DefinitionSerializer() {}

    /** The text, without a line end. */
    public static String text(Definition definition) {
        NodeNumbers numbers = NodeNumbers.of(definition);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(new PythonLayout());
            json.writeStartObject();
            json.writeFieldName("value");
            DefinitionWriter writer = new DefinitionWriter(new NodeWriter(new ValueWriter(json), numbers));
            writer.details(definition);
            for (NodeNumbers.Entry entry : numbers.entries()) {
                json.writeFieldName(Integer.toString(entry.number()));
                switch (entry) {
                    case NodeNumbers.OfNode(Node node, int _) -> writer.nodes().node(node);
                    case NodeNumbers.OfDataset(var dataset, int _) -> writer.dataset(dataset);
                }
            }
            json.writeEndObject();
        } catch (IOException problem) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", problem);
        }
        return text.toString();
    }
}
