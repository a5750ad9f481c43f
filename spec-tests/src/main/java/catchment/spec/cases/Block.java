package catchment.spec.cases;

import java.util.List;

/** A part of a page. */
public sealed interface Block {
    /**
     * A paragraph, as it is written.
     *
     * @param lines at least one
     */
    record Prose(List<String> lines) implements Block {
        public Prose {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Which statements of the language's fact sheet the case shows.
     *
     * @param statements such as {@code S18}
     */
    record Covers(List<String> statements) implements Block {
        public Covers {
            statements = List.copyOf(statements);
        }
    }

    /**
     * The definition, with {@code ^} around what is refused.
     *
     * @param lines without the indent
     */
    record Definition(List<String> lines) implements Block {
        public Definition {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A file that the definition reads.
     *
     * @param kind what it holds, for a reader's colours: {@code csv}
     * @param name its path, relative to the definition
     * @param lines its text
     */
    record File(String kind, String name, List<String> lines) implements Block {
        public File {
            lines = List.copyOf(lines);
        }

        /** The whole text, with a line end after each line. */
        public String text() {
            return String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
        }
    }

    /**
     * The codes of the diagnostics that the definition must get, in order of place.
     *
     * @param codes as people see them: {@code unknown-column}
     */
    record Refused(List<String> codes) implements Block {
        public Refused {
            codes = List.copyOf(codes);
        }
    }

    /** Says that decimal numbers must be the same to the last bit, not only nearly. */
    record Exact() implements Block {}

    /** Says that the definition gets no error; for what is not a dataset. */
    record Accepted() implements Block {}

    /**
     * A table: data if its first header cell has something in brackets, else expected rows.
     *
     * @param header the cells as they are written
     * @param rows the cells as they are written, as many as the header has
     */
    record Table(List<String> header, List<List<String>> rows) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** True for data, false for expected rows. */
        public boolean isData() {
            return header.getFirst().endsWith(")");
        }
    }
}
