package catchment.grammar.parse;

import catchment.grammar.source.SourceText;
import catchment.grammar.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Where the parts of a parse tree stand. */
record Spans(SourceText source) {
    Span of(ParseTree tree) {
        return of(first(tree), last(tree));
    }

    Span of(Token token) {
        return source.span(token.getStartIndex(), token.getStopIndex() + 1);
    }

    Span of(Token first, Token last) {
        return source.span(first.getStartIndex(), Math.max(first.getStartIndex(), last.getStopIndex() + 1));
    }

    /** From the start of one part to the end of another. */
    Span of(ParseTree first, ParseTree last) {
        return of(first(first), last(last));
    }

    static Token first(ParseTree tree) {
        return switch (tree) {
            case TerminalNode node -> node.getSymbol();
            case ParserRuleContext context -> context.getStart();
            default -> throw new IllegalStateException("neither a word nor a rule");
        };
    }

    static Token last(ParseTree tree) {
        return switch (tree) {
            case TerminalNode node -> node.getSymbol();
            case ParserRuleContext context -> {
                Token stop = context.getStop();
                yield stop == null || stop.getStopIndex() < context.getStart().getStartIndex() ? context.getStart() : stop;
            }
            default -> throw new IllegalStateException("neither a word nor a rule");
        };
    }
}
