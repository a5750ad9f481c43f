package catchment.runner.isolation;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileRequest.Wanted;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.definition.Definition;
import catchment.compiler.eval.DiskFiles;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.runtime.data.InlineFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tries what a definition must not do, each in a definition of its own that is read as every command reads one. */
public final class Isolation {
    private static final String DEFINITION = "definition.py";
    private static final long SECONDS = 20;

    private Isolation() {}

    /** What came of an attempt. */
    public sealed interface Outcome {
        /** The definition was refused, with this. */
        record Refused(Diagnostic diagnostic) implements Outcome {}

        /**
         * It was not.
         *
         * @param how in words
         */
        record Allowed(String how) implements Outcome {}

        /**
         * It could not be tried here.
         *
         * @param why in words
         */
        record NotTried(String why) implements Outcome {}
    }

    /** One attempt with its outcome. */
    public record Tried(Attempt attempt, Outcome outcome) {}

    /**
     * Tries everything.
     *
     * @throws IOException if there is no place to try it in
     */
    public static List<Tried> report() throws IOException {
        try (Ground ground = Ground.make()) {
            List<Tried> tried = new ArrayList<>();
            for (Attempt attempt : Attempt.all()) {
                tried.add(new Tried(attempt, outcome(attempt, ground)));
            }
            return tried;
        }
    }

    static Outcome outcome(Attempt attempt, Ground ground) throws IOException {
        String text = String.join("\n", attempt.lines()) + "\n";
        String outside = ground.place().resolve("outside.csv").toString().replace("\\", "\\\\");
        Optional<String> needed = ground.missing().stream().filter(name -> text.contains("\"" + name + "\"") || text.contains("import " + name.replace(".py", "") + "\n")).findFirst();
        if (needed.isPresent()) {
            return new Outcome.NotTried("this system lets nobody make `" + needed.get() + "`");
        }
        Files.writeString(ground.study().resolve(DEFINITION), text.replace("\"" + Attempt.OUTSIDE + "\"", "\"" + outside + "\""));
        FutureTask<Optional<Diagnostic>> reading = new FutureTask<>(() -> refusal(ground.study()));
        // An attempt that is not refused may never end: the program does not wait for it.
        Thread.ofPlatform().daemon().start(reading);
        try {
            Optional<Diagnostic> refusal = reading.get(SECONDS, TimeUnit.SECONDS);
            if (!ground.isUntouched()) {
                return new Outcome.Allowed("a file of the study has been written, changed or deleted");
            }
            return refusal.<Outcome>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Allowed("the definition was read without an error"));
        } catch (TimeoutException stuck) {
            return new Outcome.Allowed("the definition is still being read after " + SECONDS + " seconds");
        } catch (ExecutionException fault) {
            return new Outcome.Allowed("reading the definition failed with " + fault.getCause().getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.NotTried("the report was stopped");
        }
    }

    /** The first mistake of the definition that stands in a study, when it is read and when its tables are. */
    static Optional<Diagnostic> refusal(Path study) {
        CompileResult result = new Compiler()
                .compile(new CompileRequest(DEFINITION, new DiskFiles(study), study, LocalDate.now(), List.of(), Wanted.ANYTHING));
        Optional<Diagnostic> refused = result.diagnostics().stream().filter(Diagnostic::isError).findFirst();
        return refused.isPresent() ? refused : result.definition().flatMap(definition -> whenRun(definition, study));
    }

    /** Tables in files are read when the definition is run. */
    private static Optional<Diagnostic> whenRun(Definition definition, Path study) {
        return definition.dataset().flatMap(dataset ->
                InlineFiles.read(dataset, definition.spans(), study).diagnostics().stream().filter(Diagnostic::isError).findFirst());
    }
}
