package catchment.compiler.eval;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What is to be evaluated.
 *
 * @param file the definition's file, relative to the study's root, with {@code /}
 * @param files the study's files
 * @param root the study's root
 * @param now the moment that counts as now
 * @param arguments what stood after {@code --}
 */
public record EvaluationRequest(
        String file, SourceFiles files, Path root, LocalDateTime now, List<String> arguments) {
    public EvaluationRequest {
        arguments = List.copyOf(arguments);
    }
}
