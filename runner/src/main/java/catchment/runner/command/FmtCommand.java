package catchment.runner.command;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.layout.Layout;
import catchment.grammar.parse.DefinitionParser;
import catchment.grammar.parse.ParseResult;
import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import catchment.runtime.RunException;
import catchment.runtime.output.Unwritable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lays definitions out. */
@Command(
        name = "fmt",
        description = "Lays definitions out in the one way: the same words and comments, with lines, spaces and empty lines where they belong.",
        footer = {
            "",
            "What a definition means never changes. A file with a mistake is left as it is, and so are the",
            "others then.",
            "",
            "Examples:",
            "  catchment fmt analysis/dataset_definition.ehrql",
            "  catchment fmt --check analysis/dataset_definition.ehrql analysis/variables.ehrql"
        })
final class FmtCommand implements Action {
    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of the language, .ehrql or .py.")
    List<Path> files = List.of();

    @Option(names = "--check", description = "Changes nothing, and names the files that are laid out otherwise.")
    boolean check;

    @Mixin
    ReportOptions report;

    FmtCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws RunException {
        Map<Path, String> changed = new LinkedHashMap<>();
        for (Path file : files) {
            Optional<String> name = DefinitionFile.check(session, file);
            if (name.isPresent() && isWithin(file)) {
                changed(file, name.get()).ifPresent(text -> changed.put(file, text));
            }
        }
        if (check) {
            changed.keySet().forEach(file -> session.report().show(differs(DefinitionFile.shown(file))));
        } else if (!session.report().hasErrors()) {
            for (Map.Entry<Path, String> one : changed.entrySet()) {
                TextDestination.write(session, Optional.of(target(one.getKey())), one.getValue());
                session.report().say(DefinitionFile.shown(one.getKey()) + ": laid out");
            }
            if (changed.isEmpty()) {
                session.report().say(files.size() == 1 ? DefinitionFile.shown(files.getFirst()) + ": laid out already" : "all " + files.size() + " files are laid out already");
            }
        }
    }

    /** Where the text of a file stands: a link stays one, and what it leads to is laid out. */
    private Path target(Path file) throws RunException {
        try {
            return session.terminal().resolve(file).toRealPath();
        } catch (IOException fault) {
            throw Unwritable.of(DefinitionFile.shown(file), fault);
        }
    }

    /** Whether the text stands in the folder of the command, or somewhere that is not its to change, which has been shown then. */
    private boolean isWithin(Path file) {
        try {
            Path whole = session.terminal().resolve(file);
            boolean leadsOut = whole.startsWith(session.terminal().workingDirectory())
                    && !whole.toRealPath().startsWith(session.terminal().workingDirectory().toRealPath());
            if (leadsOut) {
                session.report().show(Diagnostic.error(
                                CommandCode.LAYOUT_UNREADABLE, Span.NONE, "`" + DefinitionFile.shown(file) + "` is a link that leads out of the study")
                        .hint("lay out the file itself, where it stands"));
            }
            return !leadsOut;
        } catch (IOException gone) {
            return true;
        }
    }

    private static Diagnostic differs(String file) {
        return Diagnostic.error(CommandCode.LAYOUT_DIFFERS, Span.NONE, "`" + file + "` is laid out otherwise").hint("`catchment fmt " + file + "` lays it out");
    }

    /** The text in its layout, if it is another; what is wrong with the file has been shown. */
    private Optional<String> changed(Path file, String name) throws RunException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(session.terminal().resolve(file)))).toString();
            SourceText source = new SourceText(name, text);
            ParseResult parsed = DefinitionParser.parse(source);
            List<Diagnostic> mistakes = parsed.diagnostics().stream().filter(Diagnostic::isError).toList();
            session.report().show(mistakes);
            return mistakes.isEmpty() ? Optional.of(Layout.of(source)).filter(laidOut -> !laidOut.equals(text)) : Optional.empty();
        } catch (CharacterCodingException notText) {
            session.report().show(Diagnostic.error(CommandCode.LAYOUT_UNREADABLE, Span.NONE, "`" + name + "` is not UTF-8 text")
                    .hint("save it as UTF-8 in the editor"));
            return Optional.empty();
        } catch (IOException fault) {
            throw Unwritable.of(name, fault);
        }
    }
}
