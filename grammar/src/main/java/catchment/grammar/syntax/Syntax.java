package catchment.grammar.syntax;

import catchment.grammar.source.Span;

/** A part of a text, with its place. */
public sealed interface Syntax permits Module, Statement, Expression, Argument, Clause, Parameter, ImportedName, FormatPart, DictEntry {
    /** Where it stands. */
    Span span();
}
