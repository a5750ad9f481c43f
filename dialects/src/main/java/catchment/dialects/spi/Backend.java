package catchment.dialects.spi;

import catchment.grammar.source.SourceText;

/**
 * How a database lays out the standard tables, found with {@link java.util.ServiceLoader}. All that it has to say it says in the language: the text declares one
 * class with {@code @backend} above it. Stateless.
 */
public interface Backend {
    /** Its name on the command line: {@code tpp}. */
    String name();

    /** What it says; {@link SourceText#file()} ends in {@code .ehrql}. */
    SourceText text();
}
