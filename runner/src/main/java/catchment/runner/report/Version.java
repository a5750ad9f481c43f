package catchment.runner.report;

import java.util.Optional;

/** Which Catchment this is. */
public final class Version {
    private Version() {}

    /** Such as {@code 0.1.0}; {@code unknown} where it runs from classes that are in no jar. */
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("unknown");
    }
}
