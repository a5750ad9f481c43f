package catchment.compiler.serialize;

import catchment.compiler.definition.DatasetDefinition;
import catchment.compiler.definition.Definition;
import catchment.compiler.definition.DummyDataSettings;
import catchment.compiler.definition.MeasuresDefinition;
import catchment.compiler.definition.MeasuresDefinition.Interval;
import catchment.compiler.definition.MeasuresDefinition.Measure;
import catchment.compiler.definition.StaticData;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** Writes what a module defines: datasets, measures and their settings. */
final class DefinitionWriter {
    private final NodeWriter nodes;
    private final ValueWriter values;
    private final JsonGenerator json;

    DefinitionWriter(NodeWriter nodes) {
        this.nodes = nodes;
        this.values = nodes.values();
        this.json = values.json();
    }

    NodeWriter nodes() {
        return nodes;
    }

    /** Everything that the module defines. */
    void details(Definition definition) throws IOException {
        Optional<MeasuresDefinition> measures = definition.measures();
        values.wrapped("ModuleDetails", () -> {
            json.writeStartObject();
            values.field("dataset", () -> {
                if (definition.dataset().isPresent()) {
                    values.wrapped("ref", () -> values.text(Integer.toString(nodes.numbers().dataset())));
                } else {
                    values.plain(null);
                }
            });
            values.field("dataset_dummy_data_config", () -> settings(definition.dataset().map(DatasetDefinition::dummyData)));
            values.field("test_data", () -> {
                if (definition.testData().isPresent()) {
                    data(definition.testData().get());
                } else {
                    values.plain(null);
                }
            });
            values.field("measures", () -> {
                if (measures.isPresent()) {
                    measures(measures.get());
                } else {
                    values.plain(null);
                }
            });
            values.field("measures_dummy_data_config", () -> settings(measures.map(MeasuresDefinition::dummyData)));
            values.field("measures_disclosure_control_config", () -> {
                if (measures.isPresent()) {
                    values.wrapped("DisclosureControlConfig", () -> values.wrapped("enabled", () -> values.plain(measures.get().disclosureControl())));
                } else {
                    values.plain(null);
                }
            });
            values.field("claimed_permissions", () -> values.tuple(definition.claimedPermissions()));
            json.writeEndObject();
        });
    }

    private void data(StaticData data) throws IOException {
        switch (data) {
            case StaticData.Absent _, StaticData.Foreign _ -> values.plain(null);
            case StaticData.Scalar scalar -> values.value(scalar.value(), scalar.type());
            case StaticData.Sequence sequence when sequence.fixed() -> values.wrapped("tuple", () -> sequence(sequence));
            case StaticData.Sequence sequence -> sequence(sequence);
            case StaticData.Mapping mapping -> values.wrapped("dict", () -> {
                json.writeStartArray();
                for (StaticData.Pair pair : mapping.pairs()) {
                    json.writeStartArray();
                    data(pair.key());
                    data(pair.value());
                    json.writeEndArray();
                }
                json.writeEndArray();
            });
        }
    }

    private void sequence(StaticData.Sequence sequence) throws IOException {
        json.writeStartArray();
        for (StaticData value : sequence.values()) {
            data(value);
        }
        json.writeEndArray();
    }

    /** The dataset as a node. */
    void dataset(DatasetDefinition dataset) throws IOException {
        values.wrapped("Dataset", () -> {
            json.writeStartObject();
            values.field("population", () -> nodes.reference(dataset.population()));
            values.field("variables", () -> nodes.dict(dataset.variables()));
            values.field("events", () -> nodes.dict(dataset.events()));
            values.field("measures", () -> values.plain(null));
            json.writeEndObject();
        });
    }

    private void settings(Optional<DummyDataSettings> settings) throws IOException {
        if (settings.isEmpty()) {
            values.plain(null);
            return;
        }
        values.wrapped("DummyDataConfig", () -> {
            json.writeStartObject();
            values.field("population_size", () -> values.plain(settings.get().populationSize().orElse(null)));
            values.field("legacy", () -> values.plain(settings.get().legacy()));
            values.field("timeout", () -> values.plain(seconds(settings.get().timeoutSeconds())));
            values.field("additional_population_constraint", () -> nodes.reference(settings.get().additionalPopulationConstraint()));
            json.writeEndObject();
        });
    }

    private static Object seconds(double seconds) {
        return seconds == Math.rint(seconds) && Math.abs(seconds) < 1e15 ? (Object) (long) seconds : (Object) seconds;
    }

    private void measures(MeasuresDefinition measures) throws IOException {
        values.wrapped("MeasureCollection", () -> values.wrapped("measures", () -> {
            json.writeStartArray();
            for (Measure measure : measures.measures()) {
                measure(measure);
            }
            json.writeEndArray();
        }));
    }

    private void measure(Measure measure) throws IOException {
        values.wrapped("Measure", () -> {
            json.writeStartObject();
            values.field("name", () -> values.text(measure.name()));
            values.field("numerator", () -> nodes.reference(measure.numerator()));
            values.field("denominator", () -> nodes.reference(measure.denominator()));
            values.field("group_by", () -> nodes.dict(measure.groupBy()));
            values.field("intervals", () -> values.wrapped("tuple", () -> {
                json.writeStartArray();
                for (Interval interval : measure.intervals()) {
                    values.wrapped("tuple", () -> {
                        json.writeStartArray();
                        values.date(interval.start());
                        values.date(interval.end());
                        json.writeEndArray();
                    });
                }
                json.writeEndArray();
            }));
            json.writeEndObject();
        });
    }
}
