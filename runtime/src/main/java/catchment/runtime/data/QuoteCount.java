package catchment.runtime.data;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Counts quotes as a text is read. An odd number of them says that one may never be closed. */
final class QuoteCount extends FilterReader {
    private boolean odd;

    QuoteCount(Reader text) {
        super(text);
    }

    /** True if an odd number of quotes has been read. */
    boolean isOdd() {
        return odd;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        odd ^= character == '"';
        return character;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        for (int i = 0; i < count; i++) {
            odd ^= into[offset + i] == '"';
        }
        return count;
    }
}
