package io.skyholm.system.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A connection to the front door that sends what it is given, whether it is HTTP or not, and reads an answer. */
final class Wire implements AutoCloseable {

    private static final int LONGEST_ANSWER_MILLIS = 35_000;
    private static final int MOST_READ = 1 << 23;

    private final SSLSocketFactory tls;
    private final URI door;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    /** Connections of one factory resume each other's sessions, which spares both sides most of a handshake. */
    Wire(URI door, SSLSocketFactory tls) {
        this.door = door;
        this.tls = tls;
    }

    /** An answer; without a status if the connection was closed instead. */
    record Answer(int status, Map<String, String> headers, String body, Duration took) {

        String type() {
            return headers.getOrDefault("content-type", "").split(";", 2)[0].strip();
        }

        /** Of a stream only the head is read. */
        boolean isEndless() {
            return type().equals("text/event-stream");
        }
    }

    Answer send(byte[] request, boolean head) throws IOException {
        boolean reused = socket != null;
        long began = System.nanoTime();
        try {
            return exchange(request, head, began);
        } catch (IOException closed) {
            close();
            if (reused) {
                return send(request, head);
            }
            if (closed instanceof java.net.SocketTimeoutException) {
                throw closed;
            }
            return new Answer(0, Map.of(), "", Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private Answer exchange(byte[] request, boolean head, long began) throws IOException {
        Socket open = opened();
        try {
            open.getOutputStream().write(request);
            open.getOutputStream().flush();
        } catch (IOException refusedEarly) {
            // The answer may be there all the same: who sends too much is told so before they have sent all.
            return answer(head, began);
        }
        return answer(head, began);
    }

    private Answer answer(boolean head, long began) throws IOException {
        String[] status;
        Map<String, String> headers = new HashMap<>();
        do {
            status = line().split(" ", 3);
            headers.clear();
            for (String line = line(); !line.isEmpty(); line = line()) {
                String[] header = line.split(":", 2);
                headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
            }
        } while (status[1].startsWith("1"));
        int code = Integer.parseInt(status[1]);
        Answer answer = new Answer(code, headers, "", Duration.ofNanos(System.nanoTime() - began));
        String body = head || code == 204 || code == 304 || answer.isEndless() ? "" : body(headers);
        if (answer.isEndless() || headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return new Answer(code, headers, body, answer.took());
    }

    private String body(Map<String, String> headers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            int length;
            do {
                length = Integer.parseInt(line(), 16);
                body.writeBytes(input().readNBytes(length));
                line();
            } while (length > 0 && body.size() < MOST_READ);
        } else {
            body.writeBytes(input().readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
        }
        if (body.size() >= MOST_READ) {
            close();
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input().read(); next != '\n'; next = input().read()) {
            if (next < 0) {
                throw new IOException("The connection was closed");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private InputStream input() throws IOException {
        InputStream open = in;
        if (open == null) {
            throw new IOException("The connection is closed");
        }
        return open;
    }

    private Socket opened() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = tls.createSocket(door.getHost(), door.getPort());
            open.setSoTimeout(LONGEST_ANSWER_MILLIS);
            open.setTcpNoDelay(true);
            in = new BufferedInputStream(open.getInputStream());
            socket = open;
        }
        return open;
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException failure) {
                // It was open to be closed; what is lost with it is nothing that anybody waits for.
                return;
            }
        }
    }
}
