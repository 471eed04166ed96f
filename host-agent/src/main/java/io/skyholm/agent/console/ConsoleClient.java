package io.skyholm.agent.console;

import io.skyholm.agent.gateway.Gateway;
import io.skyholm.agent.report.Signer;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.ConsoleHeaders;
import io.skyholm.events.host.ConsoleStatement;
import io.skyholm.events.host.HostText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells the platform, in the name of one host, what consoles say. */
public final class ConsoleClient {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Gateway gateway;
    private final UUID host;
    private final Signer signer;
    private final InstantSource clock;

    public ConsoleClient(Gateway gateway, UUID host, Signer signer, InstantSource clock) {
        this.gateway = gateway;
        this.host = host;
        this.signer = signer;
        this.clock = clock;
    }

    /** Tells what was read; where nobody waits for it any more that is no matter. */
    void tell(UUID request, byte[] log) {
        tell(request, Base64.getEncoder().encodeToString(log), null);
    }

    /** Tells why nothing could be read. */
    void fail(UUID request, String reason) {
        tell(request, "", HostText.cut(reason));
    }

    /** Opens a line on which what somebody types comes, and what the guest writes goes. */
    WebSocket open(UUID request, WebSocket.Listener listener) throws InterruptedException {
        Instant now = clock.instant();
        URI address = gateway.at("/v1/host-consoles/" + request + "/line");
        String scheme = "http".equals(address.getScheme()) ? "ws" : "wss";
        CompletableFuture<WebSocket> opening = gateway.client()
                .newWebSocketBuilder()
                .connectTimeout(LIMIT)
                .header(ConsoleHeaders.HOST, host.toString())
                .header(ConsoleHeaders.SIGNED_AT, now.toString())
                .header(ConsoleHeaders.SIGNATURE, signature(request, "", now))
                .buildAsync(
                        URI.create(scheme
                                + address.toString()
                                        .substring(address.getScheme().length())),
                        listener);
        try {
            return opening.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            leave(opening);
            throw new ConsoleProblem("The platform opens no line for console " + request, refused);
        } catch (InterruptedException notWantedAnyMore) {
            leave(opening);
            throw notWantedAnyMore;
        }
    }

    /** It may come yet, and nobody is there then. */
    private static void leave(CompletableFuture<WebSocket> opening) {
        CompletableFuture<Void> ignored = opening.thenAccept(WebSocket::abort);
    }

    Instant now() {
        return clock.instant();
    }

    private void tell(UUID request, String log, @Nullable String failure) {
        Instant now = clock.instant();
        String signature = signature(request, failure == null ? log : failure, now);
        LogAnswer answer = new LogAnswer(host, log, failure, now, signature);
        HttpRequest post = HttpRequest.newBuilder(gateway.at("/v1/host-consoles/" + request + "/log"))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(EventJson.write(answer)))
                .build();
        check(request, send(request, post));
    }

    /** That it is this host which answers, or opens a line, by saying nothing. */
    String signature(UUID request, String answer, Instant now) {
        byte[] statement = ConsoleStatement.of(host, request, answer, now).bytes();
        return Base64.getEncoder().encodeToString(signer.sign(statement));
    }

    private int send(UUID request, HttpRequest post) {
        try {
            return gateway.client()
                    .send(post, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException unreachable) {
            throw new ConsoleProblem("The platform was not told of console " + request, unreachable);
        } catch (InterruptedException notWantedAnyMore) {
            Thread.currentThread().interrupt();
            throw new ConsoleProblem("Nobody waits for console " + request + " any more", notWantedAnyMore);
        }
    }

    private static void check(UUID request, int status) {
        boolean over = status == NOT_FOUND || status == CONFLICT;
        if (status / 100 != 2 && !over) {
            throw new ConsoleProblem("The platform answers " + status + " to console " + request, null);
        }
    }
}
