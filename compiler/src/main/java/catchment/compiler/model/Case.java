package catchment.compiler.model;

import java.util.List;
import java.util.Optional;

/**
 * The value of the first branch whose condition is true; conditions that are false or null fall through.
 *
 * @param branches in order; at least one
 * @param otherwise the value where no condition is true; empty for null
 * @param type of the values
 * @param domain of all conditions and values together
 */
public record Case(List<Branch> branches, Optional<Series> otherwise, Type type, Domain domain) implements Series {
    /**
     * One branch.
     *
     * @param value empty for null
     */
    public record Branch(Series condition, Optional<Series> value) {}

    public Case {
        branches = List.copyOf(branches);
        if (branches.isEmpty()) {
            throw new ModelException("a case without branches");
        }
    }

    /**
     * A case of these branches.
     *
     * @throws ModelException if a condition is not true or false, the values are of different types or all null, or the rows do not belong together
     */
    public Case(List<Branch> branches, Optional<Series> otherwise) {
        this(branches, otherwise, Checks.caseType(branches, otherwise), Domain.common(Checks.caseParts(branches, otherwise)));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
