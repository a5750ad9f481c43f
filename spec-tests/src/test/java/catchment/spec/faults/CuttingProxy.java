package catchment.spec.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a PostgreSQL server on this machine, counts what the client has executed, and cuts the connection at one of it. */
final class CuttingProxy implements AutoCloseable {
    /** When the connection is cut. */
    enum Cut {
        /** Before the server sees the statement. */
        BEFORE,
        /** After the server has run it, before its answer comes. */
        AFTER
    }

    private static final long TIME_TO_RUN = 25;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final AtomicInteger executed = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile int at = Integer.MAX_VALUE;
    private volatile Cut cut = Cut.BEFORE;
    private volatile boolean always;

    CuttingProxy(int server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts once, at that statement, counted from now on; 0 for never. */
    void cutAt(int number, Cut when) {
        executed.set(0);
        cuts.set(0);
        cut = when;
        always = false;
        at = number == 0 ? Integer.MAX_VALUE : number;
    }

    /** Cuts each connection from that statement on. */
    void cutAllFrom(int number) {
        cutAt(number, Cut.BEFORE);
        always = true;
    }

    /** How many statements were executed. */
    int executed() {
        return executed.get();
    }

    /** Whether the connection has been cut. */
    boolean hasCut() {
        return cuts.get() > 0;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                Thread.ofVirtual().start(() -> toServer(client, upstream));
                Thread.ofVirtual().start(() -> toClient(upstream, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void toClient(Socket upstream, Socket client) {
        try (upstream; client) {
            upstream.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException over) {
            // One of them has ended.
        }
    }

    /** A message is its kind, its length and its content; the first has no kind. */
    private void toServer(Socket client, Socket upstream) {
        try (client; upstream) {
            DataInputStream messages = new DataInputStream(client.getInputStream());
            OutputStream out = upstream.getOutputStream();
            message(-1, messages, out);
            for (int kind = messages.read(); kind >= 0; kind = messages.read()) {
                boolean counts = kind == 'Q' || kind == 'E' || kind == 'c';
                boolean last = counts && isLast(executed.incrementAndGet());
                if (last && cut == Cut.BEFORE) {
                    return;
                }
                message(kind, messages, out);
                if (last) {
                    // what follows in the same flight belongs to it
                    while (messages.available() > 0) {
                        message(messages.read(), messages, out);
                    }
                    client.shutdownInput();
                    silence(client);
                    Thread.sleep(TIME_TO_RUN);
                    return;
                }
            }
        } catch (IOException | InterruptedException over) {
            // One of them has ended.
        }
    }

    private static void silence(Socket client) throws IOException {
        client.shutdownOutput();
    }

    private boolean isLast(int number) {
        boolean last = always ? number >= at : number == at;
        if (last) {
            cuts.incrementAndGet();
        }
        return last;
    }

    private static void message(int kind, DataInputStream in, OutputStream out) throws IOException {
        int length = in.readInt();
        byte[] content = ((InputStream) in).readNBytes(length - Integer.BYTES);
        byte[] whole = new byte[(kind < 0 ? 0 : 1) + Integer.BYTES + content.length];
        int place = 0;
        if (kind >= 0) {
            whole[place++] = (byte) kind;
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            whole[place++] = (byte) (length >> shift);
        }
        System.arraycopy(content, 0, whole, place, content.length);
        out.write(whole);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
