package catchment.runner.command;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.diagnostic.NearNames;
import catchment.grammar.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains a command or a mistake. */
@Command(
        name = "help",
        description = "Explains a command, or a kind of mistake with an example and its mended twin.",
        footer = {"", "Examples:", "  catchment help generate-dataset", "  catchment help unknown-column"})
final class HelpCommand implements Action {
    private final Session session;

    @Parameters(paramLabel = "TOPIC", arity = "0..1", description = "A command, or the code of a mistake.")
    Optional<String> topic;

    @Mixin
    ReportOptions report;

    HelpCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        String name = topic.orElse("");
        if (name.isEmpty() || Commands.NAMES.contains(name)) {
            Commands.help(session, name);
            return;
        }
        page(name).ifPresentOrElse(page -> session.terminal().out().print(page), () -> session.report().show(unknown(name)));
    }

    /** The page of a kind of mistake, as {@code docs/errors} has it. */
    private static Optional<String> page(String code) {
        if (!code.matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        try (InputStream page = HelpCommand.class.getResourceAsStream("/catchment/errors/" + code + ".md")) {
            return page == null ? Optional.empty() : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Diagnostic unknown(String name) {
        Diagnostic diagnostic = Diagnostic.error(
                CommandCode.COMMAND_UNKNOWN, Span.NONE, "there is no command and no kind of mistake `" + name + "`");
        for (String near : NearNames.of(name, Commands.NAMES)) {
            diagnostic = diagnostic.hint("did you mean `" + near + "`?");
        }
        return diagnostic.hint("`catchment help` lists the commands; the code of a mistake is the word in its last line");
    }
}
