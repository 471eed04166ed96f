package io.skyholm.system.suite;

import io.skyholm.runtime.testing.fixtures.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The console of an instance, as a customer reads it and types into it through the front door. */
public final class GuestConsole implements WebSocket.Listener, AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(Door.trust())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @SuppressWarnings("JdkObsolete") // One thread writes it, and another reads it.
    private final StringBuffer shown = new StringBuffer();

    private volatile @Nullable WebSocket socket;
    private volatile @Nullable String end;

    private GuestConsole() {}

    /** The last lines that an instance has written. */
    public static String log(Api caller, UUID instance, int lines) {
        URI address = Door.address().resolve("/v1/instances/" + instance + "/console-log?tail=" + lines);
        HttpRequest get = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + caller.token())
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(get, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("The console answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What opens the console of an instance once. */
    public static String ticket(Api caller, UUID instance) {
        return caller.post("/v1/instances/" + instance + "/console-tickets", Map.of())
                .expecting(201)
                .text("path");
    }

    /** Opens it by such a ticket. */
    public static GuestConsole at(String ticket) {
        GuestConsole console = new GuestConsole();
        URI door = Door.address();
        URI address = URI.create("wss://" + door.getHost() + ":" + door.getPort() + ticket);
        console.socket = HTTP.newWebSocketBuilder()
                .buildAsync(address, console)
                .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join();
        return console;
    }

    /** Whether no console opens by such a ticket. */
    public static boolean isRefused(String ticket) {
        try {
            at(ticket).close();
            return false;
        } catch (CompletionException refused) {
            return true;
        }
    }

    public void types(String text) {
        WebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("The console is not open");
        }
        WebSocket sent = open.sendBinary(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), true)
                .join();
        if (sent.isOutputClosed()) {
            throw new AssertionError("The console has ended: " + end);
        }
    }

    /** Waits until the guest has written that, for as long as the console is open. */
    public void shows(String text) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        Eventually.until(
                LONGEST.multipliedBy(2), () -> shown.indexOf(text) >= 0 || end != null || System.nanoTime() > deadline);
        if (shown.indexOf(text) < 0) {
            throw new AssertionError("No '" + text + "' in '" + shown + "', which has ended: " + end);
        }
    }

    /** Waits until it has ended, and says why. */
    public String end() {
        Eventually.until(LONGEST, () -> end != null);
        return String.valueOf(end);
    }

    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
        shown.append(StandardCharsets.UTF_8.decode(bytes));
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end = code + " " + reason;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        end = String.valueOf(failure);
    }
}
