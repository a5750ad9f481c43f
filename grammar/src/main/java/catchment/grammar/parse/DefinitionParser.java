package catchment.grammar.parse;

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
 * are read all the same, so that one run finds every mistake.
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
        List<Line> lines = new Lines(new Scanner(source, findings).scan(), findings).split();
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
            LineMending mending = new LineMending(findings, unreadable, lines);
            lines.forEach(mending::mend);
            new Heads(findings, unreadable).check(lines);
            return Surface.module(ended(new Blocks(lines, findings).words()));
        }
    }

    private static List<Token> ended(List<Token> words) {
        int end = words.isEmpty() ? 0 : words.getLast().getStopIndex() + 1;
        words.add(Words.made(Token.EOF, "", end));
        return words;
    }
}
