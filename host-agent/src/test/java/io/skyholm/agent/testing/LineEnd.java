package io.skyholm.agent.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.skyholm.agent.console.ConsoleClient;
import io.skyholm.agent.gateway.Gateway;
import io.skyholm.agent.join.AgentKeys;
import io.skyholm.local.BoundedWait;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The platform's end of one line, as much of a WebSocket as that takes: an agent has no other to call in a test. */
public final class LineEnd implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int BINARY = 2;
    private static final int CLOSE = 8;

    private final ServerSocket door;

    @SuppressWarnings("JdkObsolete") // One thread writes it, and another reads it.
    private final StringBuffer shown = new StringBuffer();

    private volatile @Nullable Socket line;
    private volatile @Nullable String head;
    private volatile @Nullable String reason;

    public LineEnd() throws IOException {
        door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread ignored = Thread.ofVirtual().start(this::serve);
    }

    /** By which a host of these keys comes to it. */
    public ConsoleClient client(UUID host, AgentKeys keys) {
        Gateway gateway = Gateway.at(URI.create("http://127.0.0.1:" + door.getLocalPort()), Optional.empty());
        return new ConsoleClient(gateway, host, keys::sign, Clock.systemUTC());
    }

    /** Whether the guest writes that soon. */
    public boolean shows(String text) {
        return BoundedWait.waitUntil(() -> shown.indexOf(text) >= 0, SOON);
    }

    /** Types up to 125 characters. */
    public void types(String text) throws IOException {
        Socket open = line;
        if (open == null) {
            throw new EOFException("Nobody has come");
        }
        OutputStream out = open.getOutputStream();
        out.write(new byte[] {(byte) (0x80 | BINARY), (byte) text.length()});
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    /** What the agent asked for, once it has. */
    public String asked() {
        return BoundedWait.waitUntil(() -> head != null, SOON) ? String.valueOf(head) : "nothing";
    }

    /** Why the agent ended it, once it has; that may be without a word. */
    public String end() {
        return BoundedWait.waitUntil(() -> reason != null, SOON) ? String.valueOf(reason) : "not ended";
    }

    @Override
    public void close() throws IOException {
        door.close();
        Socket open = line;
        if (open != null) {
            open.close();
        }
    }

    private void serve() {
        try {
            Socket come = door.accept();
            DataInputStream in = new DataInputStream(come.getInputStream());
            String asked = head(in);
            come.getOutputStream().write(answer(asked).getBytes(ISO_8859_1));
            line = come;
            head = asked;
            while (reason == null) {
                frame(in);
            }
        } catch (IOException | GeneralSecurityException gone) {
            if (reason == null) {
                reason = "gone";
            }
        }
    }

    private static String head(DataInputStream in) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf("\r\n\r\n") < 0) {
            read.append((char) in.readUnsignedByte());
        }
        return read.toString();
    }

    private static String answer(String asked) throws GeneralSecurityException, IOException {
        Matcher key = KEY.matcher(asked);
        if (!key.find()) {
            throw new IOException("no WebSocket: " + asked);
        }
        byte[] digest = MessageDigest.getInstance("SHA-1").digest((key.group(1) + MAGIC).getBytes(ISO_8859_1));
        return "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: "
                + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n";
    }

    private void frame(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte() & 15;
        int length = in.readUnsignedByte() & 127;
        int size = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
        byte[] mask = in.readNBytes(4);
        byte[] body = in.readNBytes(size);
        for (int at = 0; at < body.length; at++) {
            body[at] ^= mask[at % 4];
        }
        if (kind == CLOSE) {
            reason = new String(body, Math.min(2, body.length), Math.max(0, body.length - 2), ISO_8859_1);
        } else {
            shown.append(new String(body, ISO_8859_1));
        }
    }
}
