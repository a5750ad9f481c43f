package catchment.runtime.provenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hashes of files, as {@code sha256sum} prints them. */
public final class FileHashes {
    private FileHashes() {}

    /**
     * The SHA-256 of the bytes of each file that is there, in hexadecimal digits, by name.
     *
     * @param names relative to the folder
     */
    public static SortedMap<String, String> of(Collection<String> names, Path folder) {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String name : names) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                hashes.put(name, hash(file));
            }
        }
        return hashes;
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
