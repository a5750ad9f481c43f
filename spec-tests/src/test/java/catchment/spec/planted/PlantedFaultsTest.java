package catchment.spec.planted;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.runtime.engine.DuckDbEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault that is planted is caught by a case of the specification or by a generated definition; the list is printed. */
final class PlantedFaultsTest {
    private static final List<Fault> FAULTS = Stream.of(DefinitionFaults.ALL, PlanFaults.ALL, TextFaults.ALL).flatMap(List::stream).toList();

    @Test
    void everyPlantedFaultIsCaught(@TempDir Path folder) throws Exception {
        assertThat(FAULTS).hasSizeGreaterThanOrEqualTo(40).extracting(Fault::name).doesNotHaveDuplicates();
        List<String> survivors = new ArrayList<>();
        try (DuckDbEngine database = DuckDbEngine.empty()) {
            FaultHunt hunt = new FaultHunt(folder, database);
            for (Fault fault : FAULTS) {
                Optional<String> catcher = hunt.catcher(fault);
                System.out.printf("%-60s %s%n", fault.name(), catcher.map(name -> "caught by " + name).orElse("SURVIVES"));
                if (catcher.isEmpty()) {
                    survivors.add(fault.name());
                }
            }
        }
        assertThat(survivors).isEmpty();
    }
}
