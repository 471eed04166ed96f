package io.skyholm.compute.consolesession;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.skyholm.compute.Host;
import io.skyholm.events.host.ConsoleHeaders;
import io.skyholm.events.host.ConsoleStatement;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One end of a console: of whoever types, or of the host. */
final class Terminal implements WebSocket.Listener {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @SuppressWarnings("JdkObsolete") // One thread writes it, and another reads it.
    private final StringBuffer shown = new StringBuffer();

    private volatile @Nullable WebSocket socket;
    private volatile @Nullable String closed;

    private Terminal() {}

    /** Of whoever has a ticket for that path. */
    static Terminal at(String path) {
        return new Terminal().opened(CLIENT.newWebSocketBuilder(), path);
    }

    /** The host's end of a line, with the signature of these keys. */
    static Terminal ofHost(Host host, UUID request, HostKeys keys) {
        Instant now = Instant.now();
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder()
                .header(ConsoleHeaders.HOST, host.id().toString())
                .header(ConsoleHeaders.SIGNED_AT, now.toString())
                .header(ConsoleHeaders.SIGNATURE, keys.signature(ConsoleStatement.of(host.id(), request, "", now)));
        return new Terminal().opened(builder, "/v1/host-consoles/" + request + "/line");
    }

    /** The status with which a console is refused at that path. */
    static int refusal(String path) {
        return status(() -> at(path));
    }

    /** The status with which a host is. */
    static int refusalOfHost(Host host, UUID request, HostKeys keys) {
        return status(() -> ofHost(host, request, keys));
    }

    private static int status(Runnable opening) {
        try {
            opening.run();
        } catch (CompletionException refused) {
            return refused.getCause() instanceof WebSocketHandshakeException handshake
                    ? handshake.getResponse().statusCode()
                    : 0;
        }
        return 101;
    }

    private Terminal opened(WebSocket.Builder builder, String path) {
        URI address = URI.create("ws://localhost:" + RestAssured.port + path);
        socket = builder.buildAsync(address, this).join();
        return this;
    }

    void types(String text) {
        assertThat(open().sendBinary(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), true))
                .succeedsWithin(Duration.ofSeconds(10));
    }

    /** Types without end, and says how many bytes it had when nobody took more, or that many. */
    long typesUntilHeldUp(long most) {
        byte[] piece = "print without end ".repeat(900).getBytes(StandardCharsets.UTF_8);
        for (long typed = 0; typed < most; typed += piece.length) {
            try {
                WebSocket sent = open().sendBinary(ByteBuffer.wrap(piece), true).get(2, TimeUnit.SECONDS);
                assertThat(sent.isOutputClosed()).isFalse();
            } catch (TimeoutException heldUp) {
                return typed;
            } catch (InterruptedException | ExecutionException broken) {
                throw new IllegalStateException(broken);
            }
        }
        return most;
    }

    void leaves() {
        open().abort();
    }

    /** Waits until that has come. */
    void shows(String text) {
        Eventually.holds("the other end writes " + text, () -> shown.indexOf(text) >= 0);
    }

    /** Waits for the end, and says which: the code and the words. */
    String end() {
        Eventually.holds("the console ends", () -> closed != null);
        return String.valueOf(closed);
    }

    private WebSocket open() {
        WebSocket opened = socket;
        if (opened == null) {
            throw new IllegalStateException("not open");
        }
        return opened;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
        shown.append(StandardCharsets.UTF_8.decode(bytes));
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = code + " " + reason;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed = "broken " + failure;
    }
}
