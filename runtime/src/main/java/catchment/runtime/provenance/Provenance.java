package catchment.runtime.provenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an output is made of, known before the run: the same definition, files, arguments and data give the same, so that an output that carries it stays the same too.
 *
 * @param version of Catchment
 * @param command such as {@code generate-dataset}
 * @param definition its file
 * @param arguments the parameters of the definition
 * @param files every file that was read for the definition, with the {@linkplain FileHashes hash} of its bytes: itself, modules, codelists, data files that it
 *     opens, files that its tables are read from
 * @param today the moment that counts as now
 * @param engine what runs it
 * @param backend how the database lays out its tables, if that is said
 * @param data where the records come from, without anything secret
 * @param dataFiles every file that the records were read from, with the hash of its bytes; none of a database
 * @param permissions what the definition claims
 */
public record Provenance(
        String version,
        String command,
        String definition,
        List<String> arguments,
        SortedMap<String, String> files,
        LocalDateTime today,
        String engine,
        Optional<String> backend,
        String data,
        SortedMap<String, String> dataFiles,
        List<String> permissions) {
    /** Under this key the provenance stands in the metadata of an Arrow or Parquet file. */
    public static final String KEY = "catchment.provenance";

    public Provenance {
        arguments = List.copyOf(arguments);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        dataFiles = Collections.unmodifiableSortedMap(new TreeMap<>(dataFiles));
        permissions = List.copyOf(permissions);
    }

    /**
     * How the run went.
     *
     * @param started when it began
     * @param finished when the output was in place
     * @param patients how many the output is about: the rows of a dataset; of measures how many were made up, empty if they were not
     * @param rows how many rows each output table has
     */
    public record Run(Instant started, Instant finished, Optional<Long> patients, Map<String, Long> rows) {}

    /** As one line of JSON. */
    public String line() {
        return text(Optional.empty());
    }

    /** As JSON of several lines, with how the run went. */
    public String document(Run run) {
        return text(Optional.of(run)) + "\n";
    }

    private String text(Optional<Run> run) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            if (run.isPresent()) {
                json.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            json.writeStartObject();
            json.writeStringField("version", version);
            json.writeStringField("command", command);
            json.writeStringField("definition", definition);
            list(json, "arguments", arguments);
            hashes(json, "files", files);
            json.writeStringField("today", today.toString());
            json.writeStringField("engine", engine);
            if (backend.isPresent()) {
                json.writeStringField("backend", backend.get());
            } else {
                json.writeNullField("backend");
            }
            json.writeStringField("data", data);
            hashes(json, "data_files", dataFiles);
            list(json, "permissions", permissions);
            if (run.isPresent()) {
                write(json, run.get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void hashes(JsonGenerator json, String name, Map<String, String> files) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> file : files.entrySet()) {
            json.writeStringField(file.getKey(), file.getValue());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Run run) throws IOException {
        if (run.patients().isPresent()) {
            json.writeNumberField("patients", run.patients().get());
        } else {
            json.writeNullField("patients");
        }
        json.writeObjectFieldStart("rows");
        for (Map.Entry<String, Long> table : run.rows().entrySet()) {
            json.writeNumberField(table.getKey(), table.getValue());
        }
        json.writeEndObject();
        json.writeStringField("started", run.started().truncatedTo(ChronoUnit.MILLIS).toString());
        json.writeStringField("finished", run.finished().truncatedTo(ChronoUnit.MILLIS).toString());
        json.writeNumberField("milliseconds", run.started().until(run.finished(), ChronoUnit.MILLIS));
    }

    private static void list(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
