package catchment.spec.fuzz;

import catchment.compiler.CompileRequest;
import catchment.compiler.CompileResult;
import catchment.compiler.Compiler;
import catchment.compiler.eval.MemoryFiles;
import catchment.compiler.serialize.DefinitionSerializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The front end, given a text that may be anything.
 *
 * <p>An input that begins with {@code #!} is a recipe: each further byte names one of {@link Fragments}, so that a change of one byte gives another definition and not
 * only another mistake. Any other input is the definition itself.
 */
public final class FrontEndFuzz {
    private static final String DEFINITION = "analysis/definition.py";
    private static final String RECIPE = "#!";

    private FrontEndFuzz() {}

    /** What Jazzer calls first: loads the compiler, which is no input's fault. */
    public static void fuzzerInitialize() {
        compile(Fragments.definition(new byte[] {3, 21, 6, 30, 23, 0, 25, 43, 1, 2, 3, 4, 5}, 0));
    }

    /** What Jazzer calls. Throws if anything but findings comes of the text; Jazzer itself watches time and memory. */
    public static void fuzzerTestOneInput(byte[] input) {
        compile(text(input));
    }

    /** The definition that an input stands for. */
    static String text(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        return text.startsWith(RECIPE) ? Fragments.definition(input, RECIPE.length()) : text;
    }

    /** Compiles a text beside files that it may read, and writes what it comes to. */
    static CompileResult compile(String text) {
        CompileResult result = new Compiler().compile(new CompileRequest(
                DEFINITION,
                new MemoryFiles(Map.of(
                        DEFINITION, text,
                        "analysis/lib.py", "limit = 18\ndef twice(x):\n    return x + x\n",
                        "codelists/a.csv", "code,category\n123456,one\n234567,two\n",
                        "data/dates.json", "{\"start\": \"2020-01-01\", \"days\": [1, 2.5, null, true]}",
                        "data/extra.csv", "patient_id,n\n1,2\n")),
                Path.of(""),
                LocalDate.of(2026, 1, 31),
                List.of("--start", "2020-01-01", "seven"),
                CompileRequest.Wanted.ANYTHING));
        result.definition().ifPresent(DefinitionSerializer::text);
        return result;
    }
}
