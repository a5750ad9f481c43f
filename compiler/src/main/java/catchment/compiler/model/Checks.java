package catchment.compiler.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks that nodes make of themselves, and walks down a frame that do not recurse. */
final class Checks {
    private Checks() {}

    static void type(Series series, Type type) {
        if (series.type() != type) {
            throw new ModelException(series.type().words() + " where " + type.words() + " is needed");
        }
    }

    static void within(Series series, EventFrame frame) {
        if (!series.domain().encloses(frame.domain())) {
            throw new ModelException("a series of other rows than the frame's");
        }
    }

    static void events(Series series) {
        if (series.domain().isPatient()) {
            throw new ModelException("an aggregation of one value per patient");
        }
    }

    /** The frame without the sorts on top of it. */
    static EventFrame rows(EventFrame frame) {
        EventFrame at = frame;
        while (at instanceof Sort sort) {
            at = sort.source();
        }
        return at;
    }

    static SelectTable table(EventFrame frame) {
        EventFrame at = frame;
        while (true) {
            switch (at) {
                case SelectTable table -> {
                    return table;
                }
                case Filter filter -> at = filter.source();
                case Sort sort -> at = sort.source();
            }
        }
    }

    static boolean sorted(EventFrame frame) {
        EventFrame at = frame;
        while (true) {
            switch (at) {
                case SelectTable _ -> {
                    return false;
                }
                case Filter filter -> at = filter.source();
                case Sort _ -> {
                    return true;
                }
            }
        }
    }

    static Type caseType(List<Case.Branch> branches, Optional<Series> otherwise) {
        List<Series> values = new ArrayList<>();
        for (Case.Branch branch : branches) {
            type(branch.condition(), Type.BOOL);
            branch.value().ifPresent(values::add);
        }
        otherwise.ifPresent(values::add);
        if (values.isEmpty()) {
            throw new ModelException("a case without any value");
        }
        Type type = values.getFirst().type();
        values.forEach(value -> type(value, type));
        return type;
    }

    static List<Series> caseParts(List<Case.Branch> branches, Optional<Series> otherwise) {
        List<Series> parts = new ArrayList<>();
        for (Case.Branch branch : branches) {
            parts.add(branch.condition());
            branch.value().ifPresent(parts::add);
        }
        otherwise.ifPresent(parts::add);
        return parts;
    }
}
