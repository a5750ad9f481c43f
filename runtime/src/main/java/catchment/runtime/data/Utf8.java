package catchment.runtime.data;

import catchment.grammar.source.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads text in UTF-8, with or without a byte order mark, and nothing else. */
final class Utf8 {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Utf8() {}

    /** The text without a byte order mark; reading throws a {@link java.nio.charset.CharacterCodingException} where it is not UTF-8. */
    static Reader reader(InputStream bytes) throws IOException {
        return new BufferedReader(new InputStreamReader(withoutMark(bytes), decoder()), 1 << 16);
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    }

    private static InputStream withoutMark(InputStream bytes) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(bytes, MARK.length);
        byte[] first = pushback.readNBytes(MARK.length);
        if (!Arrays.equals(first, MARK)) {
            pushback.unread(first);
        }
        return pushback;
    }

    /** Where the text stops being UTF-8. */
    static Position firstFault(InputStream bytes) throws IOException {
        InputStream input = withoutMark(bytes);
        CharsetDecoder decoder = decoder();
        ByteBuffer in = ByteBuffer.allocate(1 << 16);
        CharBuffer out = CharBuffer.allocate(1 << 16);
        int line = 1;
        int column = 1;
        boolean end = false;
        while (true) {
            int read = input.read(in.array(), in.position(), in.remaining());
            end = read < 0;
            in.position(in.position() + Math.max(read, 0)).flip();
            CoderResult result = decoder.decode(in, out, end);
            out.flip();
            while (out.hasRemaining()) {
                char c = out.get();
                if (c == '\n') {
                    line++;
                    column = 1;
                } else if (!Character.isHighSurrogate(c)) {
                    column++;
                }
            }
            out.clear();
            in.compact();
            if (result.isError() || end) {
                return new Position(line, column);
            }
        }
    }
}
