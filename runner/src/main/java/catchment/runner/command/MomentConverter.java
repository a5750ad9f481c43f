package catchment.runner.command;

import java.time.LocalDate;
import java.time.LocalDateTime;
import picocli.CommandLine.ITypeConverter;

/** A day, which means its midnight, or a day and a time: {@code 2024-03-31}, {@code 2024-03-31T09:30}. */
final class MomentConverter implements ITypeConverter<LocalDateTime> {
    /** @throws java.time.format.DateTimeParseException if the text is neither */
    @Override
    public LocalDateTime convert(String text) {
        return text.indexOf('T') < 0 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    }
}
