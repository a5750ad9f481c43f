package catchment.dialects.write;

import static org.assertj.core.api.Assertions.assertThat;

import catchment.compiler.plan.Operators;
import catchment.dialects.spi.Dialect;
import catchment.dialects.spi.Dialects;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlOperator;
import org.junit.jupiter.api.Test;

final class OperatorsTest {
    @Test
    void everyDialectSaysHowItWritesEveryOperator() {
        List<String> missing = new ArrayList<>();
        for (Dialect dialect : Dialects.all()) {
            for (SqlOperator operator : Operators.needed(dialect.capabilities())) {
                if (dialect.operators().row(operator).isEmpty()) {
                    missing.add(dialect.name() + " does not say how it writes " + operator.getName());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRowNamesThePageThatItRestsOn() {
        for (Dialect dialect : Dialects.all()) {
            assertThat(dialect.operators().rows()).allSatisfy(row -> assertThat(row.page()).startsWith("https://"));
        }
    }

    @Test
    void everyOperatorIsListed() throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (Field field : Operators.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                constants.add(field.get(null));
            }
        }
        assertThat(Operators.all()).containsExactlyInAnyOrderElementsOf(constants.stream().map(SqlOperator.class::cast).toList());
    }
}
