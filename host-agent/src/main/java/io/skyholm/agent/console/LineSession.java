package io.skyholm.agent.console;

import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.SerialLine;
import io.skyholm.events.host.ConsoleLimits;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A console that somebody types into. The agent calls the platform, which joins the two; it lasts until one of them, or the guest's line,
 * ends, or until it is interrupted.
 */
record LineSession(Hypervisor hypervisor, ConsoleClient client, UUID machine) {

    private static final int NORMAL = 1000;
    private static final int FAILED = 1011;

    /** A WebSocket has room for 123 bytes in its reason. */
    private static final int LONGEST_REASON = 120;

    /** The platform takes every piece within that time, however slow whoever reads is, or the line is over. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(300);

    void last(UUID request) throws InterruptedException {
        OutputBuffer output = new OutputBuffer();
        Typing typing = new Typing(output);
        WebSocket socket = opened(request, typing);
        try (SerialLine line = hypervisor.openSerial(machine)) {
            typing.into(line);
            Thread ignored = Thread.ofVirtual().start(() -> show(line, output));
            send(output, socket);
            close(socket, NORMAL, "The console has ended");
        } catch (HypervisorProblem closed) {
            close(socket, FAILED, String.valueOf(closed.getMessage()));
        } catch (IOException | ExecutionException | TimeoutException gone) {
            close(socket, FAILED, "The line broke");
        } finally {
            typing.end();
            socket.abort();
        }
    }

    /** Whoever waits may not be quite there yet: the host was told before they were told that they are let in. */
    private WebSocket opened(UUID request, Typing typing) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return client.open(request, typing);
            } catch (ConsoleProblem refused) {
                if (attempt == TRIES) {
                    throw refused;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private static void show(SerialLine line, OutputBuffer output) {
        ByteBuffer piece = ByteBuffer.allocate(ConsoleLimits.MESSAGE_BYTES);
        try {
            while (line.read(piece) >= 0) {
                output.write(piece.flip());
                piece.clear();
            }
        } catch (IOException closed) {
            // Whoever closed it knows.
            return;
        } finally {
            output.end();
        }
    }

    private static void send(OutputBuffer output, WebSocket socket)
            throws InterruptedException, ExecutionException, TimeoutException {
        byte[] piece = output.fetch(ConsoleLimits.MESSAGE_BYTES);
        while (piece.length > 0) {
            WebSocket ignored = inTime(socket.sendBinary(ByteBuffer.wrap(piece), true));
            piece = output.fetch(ConsoleLimits.MESSAGE_BYTES);
        }
    }

    /** What cannot be said any more has been noticed at the other end. */
    private static void close(WebSocket socket, int code, String reason) throws InterruptedException {
        try {
            String plain = reason.replaceAll("[^\\x20-\\x7e]", "?");
            String said = plain.substring(0, Math.min(plain.length(), LONGEST_REASON));
            WebSocket ignored = inTime(socket.sendClose(code, said));
        } catch (ExecutionException | TimeoutException gone) {
            socket.abort();
        }
    }

    private static WebSocket inTime(CompletableFuture<WebSocket> sent)
            throws InterruptedException, ExecutionException, TimeoutException {
        return sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
