package catchment.compiler.query;

import catchment.compiler.eval.EvaluatedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the {@link Catalogue}: a function, method, property or operator of the language.
 *
 * @param name as it is written
 * @param form what it is
 * @param receiver what it belongs to
 * @param parameters what it takes, in order
 * @param gives what it gives, in words
 * @param says one line on what it means
 * @param spec the page of spec cases that shows it: {@code series/nulls}
 * @param builder how it makes its result
 */
record Entry(
        String name,
        Form form,
        Receiver receiver,
        List<Parameter> parameters,
        String gives,
        String says,
        String spec,
        Builder builder) {
    /** What an entry is. */
    enum Form {
        FUNCTION,
        METHOD,
        PROPERTY,
        OPERATOR
    }

    /** How arguments reach a parameter. */
    enum Passing {
        /** By position or by name. */
        NORMAL,
        /** By name only. */
        NAMED,
        /** All further positional ones. */
        REST,
        /** All further named ones. */
        NAMED_REST
    }

    /**
     * One parameter.
     *
     * @param fallback what stands for it where it is not given, as it would be written; empty where it must be given
     */
    record Parameter(String name, Passing passing, Expectation expects, Optional<String> fallback) {
        boolean mustBeGiven() {
            return fallback.isEmpty() && (passing == Passing.NORMAL || passing == Passing.NAMED);
        }
    }

    /** Makes the result of a call whose arguments have been checked. */
    @FunctionalInterface
    interface Builder {
        EvaluatedValue build(Call call);
    }

    /** As it would stand in a reference: {@code is_on_or_between(start, end)}. */
    String signature() {
        if (form == Form.PROPERTY || form == Form.OPERATOR) {
            return name;
        }
        List<String> parts = new ArrayList<>();
        boolean star = false;
        for (Parameter parameter : parameters) {
            switch (parameter.passing()) {
                case NORMAL -> parts.add(parameter.name() + parameter.fallback().map(text -> "=" + text).orElse(""));
                case NAMED -> {
                    if (!star) {
                        parts.add("*");
                        star = true;
                    }
                    parts.add(parameter.name() + parameter.fallback().map(text -> "=" + text).orElse(""));
                }
                case REST -> {
                    parts.add("*" + parameter.name());
                    star = true;
                }
                case NAMED_REST -> parts.add("**" + parameter.name());
            }
        }
        return name + "(" + String.join(", ", parts) + ")";
    }

    static Draft method(String name) {
        return new Draft(name, Form.METHOD);
    }

    static Draft property(String name) {
        return new Draft(name, Form.PROPERTY);
    }

    static Draft operator(String name) {
        return new Draft(name, Form.OPERATOR);
    }

    static Draft function(String name) {
        return new Draft(name, Form.FUNCTION).on(Receiver.NOTHING);
    }

    static Parameter parameter(String name, Expectation expects) {
        return new Parameter(name, Passing.NORMAL, expects, Optional.empty());
    }

    static Parameter optional(String name, Expectation expects, String fallback) {
        return new Parameter(name, Passing.NORMAL, expects, Optional.of(fallback));
    }

    static Parameter named(String name, Expectation expects) {
        return new Parameter(name, Passing.NAMED, expects, Optional.empty());
    }

    static Parameter namedOptional(String name, Expectation expects, String fallback) {
        return new Parameter(name, Passing.NAMED, expects, Optional.of(fallback));
    }

    static Parameter rest(String name, Expectation expects) {
        return new Parameter(name, Passing.REST, expects, Optional.empty());
    }

    static Parameter namedRest(String name, Expectation expects) {
        return new Parameter(name, Passing.NAMED_REST, expects, Optional.empty());
    }

    /** An entry that is being written down. */
    static final class Draft {
        private final String name;
        private final Form form;
        private Receiver receiver = Receiver.NOTHING;
        private List<Parameter> parameters = List.of();
        private String gives = "";
        private String says = "";
        private String spec = "";

        private Draft(String name, Form form) {
            this.name = name;
            this.form = form;
        }

        Draft on(Receiver receiver) {
            this.receiver = receiver;
            return this;
        }

        Draft takes(Parameter... parameters) {
            this.parameters = List.of(parameters);
            return this;
        }

        Draft gives(String gives) {
            this.gives = gives;
            return this;
        }

        Draft says(String says) {
            this.says = says;
            return this;
        }

        Draft spec(String spec) {
            this.spec = spec;
            return this;
        }

        Entry builds(Builder builder) {
            return new Entry(name, form, receiver, parameters, gives, says, spec, builder);
        }
    }
}
