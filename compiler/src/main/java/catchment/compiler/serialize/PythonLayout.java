package catchment.compiler.serialize;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

/** Python's {@code json.dumps(…, indent=2)}: two blanks a level, {@code ": "}, nothing between the brackets of what is empty. */
final class PythonLayout extends DefaultPrettyPrinter {
    PythonLayout() {
        super(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("")
                .withRootSeparator(""));
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        indentArraysWith(indenter);
        indentObjectsWith(indenter);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return new PythonLayout();
    }
}
