package catchment.runner.command;

import catchment.runner.report.Version;
import catchment.runtime.RunException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** Every command by its name, and how a line is read. */
final class Commands {
    private static final Map<String, Function<Session, Action>> ALL = new TreeMap<>(Map.ofEntries(
            entry("assure", AssureCommand::new),
            entry("attrition", AttritionCommand::new),
            entry("backend", BackendCommand::new),
            entry("check", CheckCommand::new),
            entry("create-dummy-tables", CreateDummyTablesCommand::new),
            entry("debug", DebugCommand::new),
            entry("dump-example-data", DumpExampleDataCommand::new),
            entry("dump-dataset-sql", DumpDatasetSqlCommand::new),
            entry("dump-measures-sql", DumpMeasuresSqlCommand::new),
            entry("explain", ExplainCommand::new),
            entry("fmt", FmtCommand::new),
            entry("generate-dataset", GenerateDatasetCommand::new),
            entry("generate-measures", GenerateMeasuresCommand::new),
            entry("graph-query", GraphQueryCommand::new),
            entry("help", HelpCommand::new),
            entry("isolation-report", IsolationReportCommand::new),
            entry("janitor", JanitorCommand::new),
            entry("serialize-definition", SerializeDefinitionCommand::new),
            entry("test-connection", TestConnectionCommand::new)));

    /** The names of all commands. */
    static final List<String> NAMES = List.copyOf(ALL.keySet());

    private Commands() {}

    private static Map.Entry<String, Function<Session, Action>> entry(String name, Function<Session, Action> made) {
        return Map.entry(name, made);
    }

    /** Reads a line and does what it asks for; shows what is wrong with it instead. */
    static void execute(Session session, List<String> words) throws RunException {
        // Describing a command takes picocli a while, so only the one that is asked for is described, unless all are to be listed.
        boolean one = !words.isEmpty() && ALL.containsKey(words.getFirst());
        CommandLine root = line(session, one ? List.of(words.getFirst()) : NAMES);
        ParseResult parsed = root.parseArgs(words.toArray(String[]::new));
        if (parsed.isVersionHelpRequested()) {
            session.terminal().out().println("catchment " + Version.text());
        } else if (words.isEmpty() || parsed.isUsageHelpRequested()) {
            usage(session, root);
        } else if (!parsed.hasSubcommand()) {
            session.report().show(CommandLineFaults.of(session, root, words, parsed));
        } else {
            ParseResult command = parsed.subcommand();
            CommandLine line = command.commandSpec().commandLine();
            if (command.isUsageHelpRequested()) {
                usage(session, line);
            } else if (!command.errors().isEmpty() || !parsed.errors().isEmpty()) {
                session.report().show(CommandLineFaults.of(session, line, words, command));
            } else {
                ((Action) command.commandSpec().userObject()).run();
            }
        }
    }

    /** A command's description, or with an empty name the program's. */
    static void help(Session session, String command) {
        CommandLine root = line(session, NAMES);
        usage(session, command.isEmpty() ? root : root.getSubcommands().get(command));
    }

    /** The program with some of its commands. */
    static CommandLine line(Session session, List<String> names) {
        CommandLine root = new CommandLine(new RootCommand());
        for (String name : names.stream().sorted(Comparator.naturalOrder()).toList()) {
            root.addSubcommand(name, ALL.get(name).apply(session));
        }
        root.setPosixClusteredShortOptionsAllowed(false);
        for (CommandLine line : root.getSubcommands().values()) {
            line.getCommandSpec().parser().collectErrors(true);
        }
        root.getCommandSpec().parser().collectErrors(true);
        root.setUsageHelpAutoWidth(false);
        root.setUsageHelpWidth(100);
        return root;
    }

    private static void usage(Session session, CommandLine line) {
        line.usage(session.terminal().out(), session.terminal().coloured() ? Ansi.ON : Ansi.OFF);
    }
}
