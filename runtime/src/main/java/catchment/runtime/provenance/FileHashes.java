package catchment.runtime.provenance;

import catchment.runtime.RunException;
import catchment.runtime.data.DataCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hashes of files, as {@code sha256sum} prints them. */
public final class FileHashes {
    private static final int PIECE = 1 << 16;

    private FileHashes() {}

    /**
     * The SHA-256 of the bytes of each file, in hexadecimal digits, by name.
     *
     * @param files where each is
     * @throws RunException if one can no longer be read
     */
    public static SortedMap<String, String> of(Map<String, Path> files) throws RunException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            try {
                hashes.put(file.getKey(), hash(file.getValue()));
            } catch (IOException fault) {
                throw new RunException(DataCode.DUMMY_FILE, "`" + file.getKey() + "` cannot be read any more");
            }
        }
        return hashes;
    }

    private static String hash(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] some = new byte[PIECE];
            for (int count = bytes.read(some); count >= 0; count = bytes.read(some)) {
                digest.update(some, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
