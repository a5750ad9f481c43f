package catchment.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.grammar.diagnostic.ExitCode;
import catchment.runner.command.Shell.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawings of query graphs. */
final class GraphQueryCommandTest {
    private static final String DEFINITION = """
            from ehrql import case, create_dataset, when
            from ehrql.tables.core import clinical_events, patients

            dataset = create_dataset()
            dataset.define_population(patients.exists_for_patient())
            events = clinical_events.where(clinical_events.snomedct_code.is_in(["38341003", "22298006", "195967001", "73211009"]))
            dataset.group = case(when(patients.sex == 'a "quoted" \\\\ word').then("m"), otherwise="f")
            dataset.first = events.sort_by(events.date).first_for_patient().date
            """;

    @TempDir
    Path folder;

    @Test
    void everyNodeIsDrawnOnceWithArrowsFromWhatItIsMadeOf() {
        Ran ran = new Shell(folder).with("d.ehrql", DEFINITION).run("graph-query", "d.ehrql");
        assertThat(ran.exit()).isEqualTo(ExitCode.OK);
        assertThat(ran.out())
                .startsWith("digraph definition {\n")
                .endsWith("}\n")
                .containsOnlyOnce("label=\"patients\", shape=box")
                .contains("label=\"4 values: \\\"38341003\\\", ")
                .contains("label=\"\\\"a \\\"quoted\\\"")
                .contains("label=\"first row per patient\", shape=box")
                .contains("[label=\"when 1\"]", "[label=\"then 1\"]", "[label=\"otherwise\"]")
                .contains("label=\"population\", shape=box, style=bold", "label=\"dataset.first\"");
    }

    @Test
    void measuresAreDrawnToo() {
        Ran ran = new Shell(folder)
                .with("m.ehrql", """
                        from ehrql import INTERVAL, create_measures, years
                        from ehrql.tables.core import patients

                        measures = create_measures()
                        measures.define_measure("women", numerator=patients.sex == "female", denominator=patients.is_alive_on(INTERVAL.start_date),
                            group_by={"sex": patients.sex}, intervals=years(1).starting_on("2020-01-01"))
                        """)
                .run("graph-query", "m.ehrql");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("\"women: numerator\"", "\"women: denominator\"", "\"women: group sex\"", "\"interval_start_date\"");
    }

    @Test
    void anSvgIsDrawnByGraphviz() throws Exception {
        program("#!/bin/sh\necho '<svg>' >\"$3\"\n");
        Ran ran = new Shell(folder, Map.of("PATH", folder.resolve("bin").toString()))
                .with("d.ehrql", DEFINITION)
                .run("graph-query", "d.ehrql", "--output", "out/graph.svg");
        assertThat(ran.err()).isEmpty();
        assertThat(folder.resolve("out/graph.svg")).hasContent("<svg>");
    }

    @Test
    void whereGraphvizIsMissingOrFailsItIsSaidAndNothingWritten() throws Exception {
        Ran missing = new Shell(folder).with("d.ehrql", DEFINITION).run("graph-query", "d.ehrql", "--output", "graph.svg");
        assertThat(missing.exit()).isEqualTo(ExitCode.OUTPUT);
        assertThat(missing.err()).contains("`graph.svg` cannot be drawn").contains("`--output graph.dot`");
        program("#!/bin/sh\necho no fonts\nexit 3\n");
        Ran failed = new Shell(folder, Map.of("PATH", folder.resolve("bin").toString()))
                .with("d.ehrql", DEFINITION)
                .run("graph-query", "d.ehrql", "--output", "graph.svg");
        assertThat(failed.exit()).isEqualTo(ExitCode.OUTPUT);
        assertThat(failed.err()).contains("has failed: no fonts");
        assertThat(folder.resolve("graph.svg")).doesNotExist();
    }

    @Test
    void anotherKindOfFileIsRefused() {
        Ran ran = new Shell(folder).with("d.ehrql", DEFINITION).run("graph-query", "d.ehrql", "--output", "graph.png");
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("`graph.png` is no drawing by its name");
    }

    private void program(String text) throws Exception {
        Files.createDirectories(folder.resolve("bin"));
        Path dot = Files.writeString(folder.resolve("bin/dot"), text);
        Files.setPosixFilePermissions(dot, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
