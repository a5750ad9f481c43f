package catchment.compiler.query;

import catchment.compiler.eval.EvaluatedValue;
import catchment.compiler.model.Type;
import java.util.Optional;

/** Values that stand for types: {@code int}, {@code datetime.date}, {@code SNOMEDCTCode}. */
final class Types {
    private Types() {}

    /** The type of a column that the value stands for. */
    static Optional<Type> of(EvaluatedValue value) {
        if (value instanceof CodeClass codes) {
            return Optional.of(codes.type());
        }
        return name(value).flatMap(name -> switch (name) {
            case "bool" -> Optional.of(Type.BOOL);
            case "int" -> Optional.of(Type.INT);
            case "float" -> Optional.of(Type.FLOAT);
            case "str" -> Optional.of(Type.STR);
            case "date" -> Optional.of(Type.DATE);
            default -> Optional.empty();
        });
    }

    /** The name of a type of Python. */
    static Optional<String> name(EvaluatedValue value) {
        return value instanceof catchment.compiler.eval.NativeClass type ? Optional.of(type.name()) : Optional.empty();
    }
}
