package catchment.compiler.query;

import catchment.compiler.model.Type;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Who wants a value, for the first half of a message about a misfit: "patients.sex is text", "for_patient_on wants a date".
 *
 * @param opening from the wanted type in words to the half-sentence
 */
record Asker(Function<String, String> opening) {
    /** Something that the value stands beside. */
    static Asker beside(Supplier<String> words) {
        return new Asker(wanted -> Words.tick(words.get()) + " is " + wanted);
    }

    /** A function or method. */
    static Asker of(String name) {
        return new Asker(wanted -> Words.tick(name) + " wants " + wanted);
    }

    String wants(Type type) {
        return opening.apply(Words.a(type));
    }

    String wants(String words) {
        return opening.apply(words);
    }
}
