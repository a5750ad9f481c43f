package catchment.runtime.format;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** A format of data files. */
public enum FileFormat {
    /** Text: a header, commas, UTF-8. */
    CSV("csv"),
    /** The same, compressed. */
    CSV_GZ("csv.gz"),
    /** Arrow's file format. */
    ARROW("arrow"),
    /** Parquet. */
    PARQUET("parquet");

    private final String suffix;

    FileFormat(String suffix) {
        this.suffix = suffix;
    }

    /** What its files end in, without a dot before it; also its name on the command line. */
    public String suffix() {
        return suffix;
    }

    /** The format with this name. */
    public static Optional<FileFormat> named(String name) {
        return Arrays.stream(values()).filter(format -> format.suffix.equals(name)).findFirst();
    }

    /** The format that a file's name tells. */
    public static Optional<FileFormat> of(String fileName) {
        return Arrays.stream(values())
                .filter(format -> fileName.endsWith("." + format.suffix))
                .max(Comparator.comparing(format -> format.suffix.length()));
    }

    /** The file's name without its format: {@code patients} of {@code patients.csv.gz}. */
    public String stem(String fileName) {
        return fileName.substring(0, fileName.length() - suffix.length() - 1);
    }
}
