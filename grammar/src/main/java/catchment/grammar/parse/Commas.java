package catchment.grammar.parse;

import catchment.grammar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Lists with commas between their parts. The grammar lets commas follow each other; here they are refused. */
final class Commas {
    private Commas() {}

    static List<ParseTree> parts(ParserRuleContext list, Findings findings) {
        List<ParseTree> parts = new ArrayList<>();
        boolean comma = false;
        for (ParseTree child : list.children) {
            if (child instanceof TerminalNode node && node.getSymbol().getType() == SurfaceLexer.COMMA) {
                if (comma) {
                    findings.add(Diagnostic.error(
                                    SyntaxCode.COMMA_MISSING,
                                    findings.span(node.getSymbol()),
                                    "two commas follow each other with nothing between them")
                            .hint("delete one, or write the value that is missing")
                            .fix(findings.span(node.getSymbol()), ""));
                }
                comma = true;
            } else if (child instanceof TerminalNode node && isBracket(node.getSymbol().getType())) {
                comma = false;
            } else {
                comma = false;
                parts.add(child);
            }
        }
        return parts;
    }

    private static boolean isBracket(int type) {
        return Words.isOpener(type) || Words.isCloser(type);
    }
}
