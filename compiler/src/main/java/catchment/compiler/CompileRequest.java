package catchment.compiler;

import catchment.compiler.eval.SourceFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What is to be compiled.
 *
 * @param file the definition's file, relative to the study's root, with {@code /}
 * @param files the study's files: {@link catchment.compiler.eval.DiskFiles} or {@link catchment.compiler.eval.MemoryFiles}
 * @param root the study's root: the working directory. Only shown to library code that needs a path; reading goes through {@code files}
 * @param now the moment that counts as now: what `date.today()`, `datetime.today()` and `datetime.now()` give
 * @param arguments what stood after {@code --}
 * @param wanted what the file must define
 */
public record CompileRequest(
        String file, SourceFiles files, Path root, LocalDateTime now, List<String> arguments, Wanted wanted) {
    /** What a definition's file must define for a command to go on. */
    public enum Wanted {
        /** Anything: a dataset, measures, both or neither; a file with neither is a module. */
        ANYTHING,
        /** A dataset. */
        DATASET,
        /** Measures. */
        MEASURES,
        /** A dataset or measures. */
        DATASET_OR_MEASURES,
        /** What it shows: the file is being worked on, and a dataset may still be without a population. */
        SHOWN
    }

    public CompileRequest {
        arguments = List.copyOf(arguments);
    }

    /** The same where only the day matters: now is its midnight. */
    public CompileRequest(String file, SourceFiles files, Path root, LocalDate today, List<String> arguments, Wanted wanted) {
        this(file, files, root, today.atStartOfDay(), arguments, wanted);
    }
}
