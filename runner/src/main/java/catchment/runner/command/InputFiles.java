package catchment.runner.command;

import catchment.compiler.CompileResult;
import catchment.compiler.definition.Definition;
import catchment.compiler.model.Node;
import catchment.runtime.data.InlineFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that are read for a definition. */
final class InputFiles {
    private InputFiles() {}

    /** By their names relative to the working directory: itself, its modules, codelists, the data files that it opens, and those that its tables are read from. */
    static SortedMap<String, Path> of(Session session, CompileResult compiled) {
        Path workingDirectory = session.terminal().workingDirectory();
        SortedMap<String, Path> files = new TreeMap<>();
        for (String source : compiled.sources().keySet()) {
            Path file = workingDirectory.resolve(source);
            if (Files.isRegularFile(file)) {
                files.put(source, file);
            }
        }
        compiled.definition().ifPresent(whole -> InlineFiles.paths(roots(whole)).forEach(path -> {
            Path file = workingDirectory.resolve(path).normalize();
            files.put(DefinitionFile.shown(DefinitionFile.relative(workingDirectory, file)), file);
        }));
        return files;
    }

    private static List<Node> roots(Definition whole) {
        List<Node> roots = new ArrayList<>();
        whole.dataset().ifPresent(dataset -> {
            roots.addAll(dataset.roots());
            dataset.dummyData().additionalPopulationConstraint().ifPresent(roots::add);
        });
        whole.measures().ifPresent(measures -> {
            roots.addAll(measures.roots());
            measures.dummyData().additionalPopulationConstraint().ifPresent(roots::add);
        });
        return roots;
    }
}
