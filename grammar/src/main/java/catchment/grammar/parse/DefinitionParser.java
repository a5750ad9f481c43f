package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import catchment.grammar.source.SourceText;
import catchment.grammar.syntax.Module;
import catchment.grammar.syntax.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/**
 * Reads a definition: text in, tree and mistakes out.
 *
 * <p>Any text may be given and nothing is thrown. A line that cannot be read is reported and left out of the tree as {@link Statement.Unsupported}; the others
 * are read all the same, so that one run finds every mistake. Only of a text with more words than the limit nothing is read.
 */
public final class DefinitionParser {
    private final Findings findings;
    private final Map<Token, List<String>> unreadable = new HashMap<>();

    private DefinitionParser(SourceText source) {
        this.findings = new Findings(source);
    }

    /**
     * @param source a whole file
     * @return its tree, and what is wrong with it by place
     */
    public static ParseResult parse(SourceText source) {
        return new DefinitionParser(source).parse();
    }

    private ParseResult parse() {
        SourceText source = findings.source();
        Scanner scanner = new Scanner(source, findings);
        List<Token> words = scanner.scan();
        if (scanner.refusal().isPresent()) {
            return new ParseResult(source, new Module(List.of(), source.span(0, source.text().length())), List.of(scanner.refusal().get()));
        }
        List<Line> lines = new Lines(words, findings).split();
        int depth = new Depth(findings, unreadable).check(lines);
        List<Statement> statements = DeepStack.call(depth, () -> statements(lines));
        return new ParseResult(
                source, new Module(statements, source.span(0, source.text().length())), findings.sorted());
    }

    private List<Statement> statements(List<Line> lines) {
        lines.forEach(SoftKeywords::mark);
        SurfaceParser.ModuleContext module = module(lines);
        return new Statements(findings, unreadable).read(module.statement(), Statements.Place.MODULE);
    }

    private SurfaceParser.ModuleContext module(List<Line> lines) {
        Findings ofBlocks = new Findings(findings.source());
        try {
            SurfaceParser.ModuleContext module = Surface.module(ended(new Blocks(lines, ofBlocks).words()));
            ofBlocks.sorted().forEach(findings::add);
            return module;
        } catch (Failure somewhere) {
            return mended(lines);
        }
    }

    /** The tree of a text that cannot be read as it is: line by line, what is wrong is reported, and mended or left out. */
    private SurfaceParser.ModuleContext mended(List<Line> all) {
        List<Line> lines = new Continuations(findings).join(all);
        lines.forEach(new HeadMending(findings)::mend);
        LineMending mending = new LineMending(findings, unreadable, lines);
        lines.forEach(mending::mend);
        new Heads(findings, unreadable).check(lines);
        while (true) {
            Findings ofBlocks = new Findings(findings.source());
            List<Token> words = ended(new Blocks(lines, ofBlocks).words());
            try {
                SurfaceParser.ModuleContext module = Surface.module(words);
                ofBlocks.sorted().forEach(findings::add);
                return module;
            } catch (Failure failure) {
                giveUp(lines, words.get(failure.index()));
            }
        }
    }

    /** A line that is right by itself and still fits nowhere is left out. */
    private void giveUp(List<Line> lines, Token word) {
        List<Line> readable = lines.stream().filter(each -> !Unreadable.is(each)).toList();
        if (readable.isEmpty()) {
            lines.clear();
            return;
        }
        Line line = readable.stream()
                .filter(each -> each.last().getStopIndex() >= word.getStartIndex() - 1)
                .findFirst()
                .orElseGet(readable::getLast);
        findings.add(Diagnostic.error(
                        SyntaxCode.UNEXPECTED_TEXT,
                        findings.span(line.first()),
                        "`" + line.first().getText() + "` does not fit where it stands")
                .hint("look at the lines around it: something that belongs to it is missing or indented otherwise"));
        Unreadable.replace(line, unreadable);
    }

    private static List<Token> ended(List<Token> words) {
        int end = words.isEmpty() ? 0 : words.getLast().getStopIndex() + 1;
        words.add(Words.made(Token.EOF, "", end));
        return words;
    }
}
