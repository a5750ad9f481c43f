package catchment.spec.kit;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.Spans;
import catchment.compiler.eval.DiskFiles;
import catchment.compiler.model.Graph;
import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.Position;
import catchment.grammar.source.Span;
import catchment.runtime.data.InlineFiles;
import catchment.runtime.tables.ResultTable;
import catchment.runtime.tables.Tables;
import catchment.spec.cases.Block;
import catchment.spec.cases.SpecCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case, compiled, and run on as many engines as wanted. */
public final class CaseRun {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private final SpecCase one;
    private final CaseStudy study;
    private final CompileResult compiled;
    private final Path root;

    /**
     * Compiles a case.
     *
     * @param folder an empty folder for the case's files
     */
    public CaseRun(SpecCase one, Path folder) {
        this.one = one;
        this.study = CaseStudy.of(one);
        this.root = folder;
        write(study.files(), folder);
        this.compiled = new Compiler().compile(new CompileRequest(
                CaseStudy.DEFINITION, new DiskFiles(folder), folder, TODAY, List.of(), CompileRequest.Wanted.ANYTHING));
    }

    private static void write(Map<String, String> files, Path folder) {
        files.forEach((name, text) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The whole definition, for a message. */
    public String source() {
        return study.definition();
    }

    /** What the definition comes to. */
    public Definition definition() {
        return compiled.definition().orElseThrow(() -> new IllegalStateException("refused: " + errors() + "\n" + source()));
    }

    /** What a case that is refused lacks, or has beside its expected diagnostics; empty if all is as expected. */
    public List<String> refusalDifferences() {
        List<String> expected = new ArrayList<>();
        List<String> codes = one.refused().orElse(List.of());
        for (int i = 0; i < codes.size(); i++) {
            CaseStudy.Mark mark = i < study.marks().size() ? study.marks().get(i) : new CaseStudy.Mark(0, 0, 0, 0);
            expected.add(codes.get(i) + " at " + mark.line() + ":" + mark.column() + "-" + mark.endLine() + ":" + mark.endColumn());
        }
        List<String> got = compiled.diagnostics().stream().filter(Diagnostic::isError).map(this::shown).toList();
        return got.equals(expected) ? List.of() : List.of("expected " + expected + ", got " + got + " " + errors());
    }

    /** The codes of the errors that the definition got, in order. */
    public List<String> errorCodes() {
        return compiled.diagnostics().stream().filter(Diagnostic::isError).map(diagnostic -> diagnostic.code().id()).toList();
    }

    private String shown(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        if (!span.file().equals(CaseStudy.DEFINITION)) {
            return diagnostic.code().id() + " in " + span;
        }
        return diagnostic.code().id() + " at " + shown(span.start()) + "-" + shown(span.end());
    }

    private String shown(Position position) {
        return (position.line() - study.linesBefore()) + ":" + position.column();
    }

    private List<String> errors() {
        return compiled.diagnostics().stream().filter(Diagnostic::isError).map(diagnostic -> diagnostic.span() + ": " + diagnostic.message()).toList();
    }

    /**
     * What an engine is given.
     *
     * @param dataset its tables from files are read
     * @param spans where its nodes come from
     * @param tables the rows of every table that it reads
     */
    record Prepared(DatasetDefinition dataset, Spans spans, Tables tables) {}

    /** What an engine is given. */
    Prepared prepared() {
        Definition definition = definition();
        InlineFiles<DatasetDefinition> read = InlineFiles.read(definition.dataset().orElseThrow(), definition.spans(), root);
        if (!read.diagnostics().isEmpty()) {
            throw new IllegalStateException(read.diagnostics().toString());
        }
        DatasetDefinition dataset = read.definition();
        return new Prepared(dataset, definition.spans(), CaseTables.of(one.data(), Graph.postOrder(dataset.roots())));
    }

    /** What the engine declares not to compute, if this asks for it. */
    Optional<DeclaredRefusal> refusalBy(SpecEngine engine) {
        Prepared prepared = prepared();
        return DeclaredRefusal.of(prepared.dataset(), prepared.spans(), engine);
    }

    /** The result on an engine. */
    public List<ResultTable> on(SpecEngine engine) {
        Prepared prepared = prepared();
        return engine.run(prepared.dataset(), prepared.spans(), prepared.tables());
    }

    /** What is different between a result and what is expected, one line each; empty if nothing is. */
    List<String> differences(List<ResultTable> results) {
        return new ExpectedRows(one.isExact()).differences(one.expected(), results);
    }

    /** What is different from the expected result on an engine, one line each; empty if nothing is. */
    public List<String> differencesOn(SpecEngine engine) {
        return differences(on(engine));
    }

    /** The result on an engine as a case writes it. */
    public List<Block.Table> writtenOn(SpecEngine engine) {
        return ExpectedRows.written(on(engine));
    }
}
