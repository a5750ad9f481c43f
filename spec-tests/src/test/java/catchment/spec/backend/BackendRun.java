package catchment.spec.backend;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.backend.BackendCompiler;
import catchment.compiler.backend.BackendDefinition;
import catchment.compiler.backend.BackendEnvironment;
import catchment.compiler.backend.VisiblePatients;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.eval.MemoryFiles;
import catchment.dialects.program.SqlProgram;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.TableMapping;
import catchment.dialects.write.Programs;
import catchment.grammar.diagnostic.ExitCode;
import catchment.grammar.source.SourceText;
import catchment.runner.command.Catchment;
import catchment.runner.report.Terminal;
import catchment.runtime.Progress;
import catchment.runtime.RunException;
import catchment.runtime.engine.EngineSession;
import catchment.runtime.engine.ProgramRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Definitions over a backend whose database is one of DuckDB's. */
final class BackendRun {
    private BackendRun() {}

    /** What a command said. */
    record Said(ExitCode exit, String out, String err) {}

    static Said command(Path folder, Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), folder, environment, false);
        ExitCode exit = Catchment.run(terminal, words);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static String resource(String name) {
        try (InputStream stream = BackendRun.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String permissions(Set<String> held) {
        return held.stream().sorted().map(name -> "\"" + name + "\"").reduce((one, other) -> one + "," + other).map(all -> "[" + all + "]").orElse("[]");
    }

    /** The rows of a dataset, as a CSV has them, by the command. */
    static String byCommand(Path folder, String tables, String backend, String definition, Set<String> held) throws IOException, SQLException {
        Path database = folder.resolve("records.duckdb");
        Files.deleteIfExists(database);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(tables);
        }
        Files.writeString(folder.resolve("backend.ehrql"), backend);
        Files.writeString(folder.resolve("definition.ehrql"), definition);
        Said said = command(
                folder, Map.of("EHRQL_PERMISSIONS", permissions(held)), "generate-dataset", "definition.ehrql", "--backend", "backend.ehrql", "--dsn", "records.duckdb", "--output", "out.csv");
        assertThat(said.exit()).as(said.err()).isEqualTo(ExitCode.OK);
        return Files.readString(folder.resolve("out.csv")).replace("\r\n", "\n");
    }

    /** The rows of a dataset, as a CSV has them, by a dialect and a session that has the tables. */
    static String bySession(EngineSession session, Dialect dialect, SourceText backend, String definition, Set<String> held) throws RunException {
        BackendDefinition known = BackendCompiler.compile(backend, new BackendEnvironment(_ -> Optional.empty(), held)).definition().orElseThrow();
        CompileResult compiled = new Compiler().compile(new CompileRequest(
                "definition.ehrql", new MemoryFiles(Map.of("definition.ehrql", definition)), Path.of(""), LocalDate.of(2024, 3, 31), List.of(), Wanted.DATASET));
        Definition whole = compiled.definition().orElseThrow();
        DatasetDefinition dataset = VisiblePatients.of(whole.dataset().orElseThrow(), whole.spans(), known);
        SqlProgram program = Programs.of(dataset, whole.spans(), dialect, TableMapping.of(known, TableMapping.Casts.UNSEEN));
        StringBuilder text = new StringBuilder();
        new ProgramRunner(session, Progress.NONE).run(program, (query, rows) -> {
            text.append(String.join(",", query.columns().stream().map(SqlProgram.Column::name).toList())).append('\n');
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < query.columns().size(); i++) {
                    cells.add(cell(rows.value(i)));
                }
                text.append(String.join(",", cells)).append('\n');
            }
        });
        return text.toString();
    }

    private static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case Boolean truth -> truth ? "T" : "F";
            case String text when text.contains(",") -> "\"" + text + "\"";
            default -> value.toString();
        };
    }
}
