package io.skyholm.compute.consolesession;

import io.skyholm.events.compute.ConsoleSessionEnd;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at one end, a guest at the other, and this between them. It ends once, for the first reason that there is, and with it both ends;
 * nothing of what goes over it is kept.
 */
final class ConsoleLine {

    private static final short NORMAL = 1000;
    private static final short NOT_ALLOWED = 1008;
    private static final short FAILED = 1011;

    /** The gateway ends connections that are silent for a minute. */
    private static final long PING_MILLIS = 20_000;

    private static final Buffer EMPTY = Buffer.buffer();

    private final Vertx vertx;
    private final ServerWebSocket person;
    private final LineLimits limits;
    private final Consumer<ConsoleSessionEnd> ended;
    private final long begun = System.nanoTime();
    private volatile long lastByte = System.nanoTime();
    private @Nullable ServerWebSocket host;
    private long hostIsLate;
    private long pings;
    private boolean over;

    /** Is told once that it has ended, and why. */
    ConsoleLine(Vertx vertx, ServerWebSocket person, LineLimits limits, Consumer<ConsoleSessionEnd> ended) {
        this.vertx = vertx;
        this.person = person;
        this.limits = limits;
        this.ended = ended;
    }

    /** What is typed before the host is there waits for it. */
    void begin() {
        person.pause();
        person.closeHandler(left -> end(ConsoleSessionEnd.LEFT));
        person.exceptionHandler(broken -> end(ConsoleSessionEnd.LEFT));
        hostIsLate = vertx.setTimer(limits.patience().toMillis(), waited -> end(ConsoleSessionEnd.HOST_SILENT));
        pings = vertx.setPeriodic(PING_MILLIS, tick -> ping());
    }

    /** The host is there; false if another is, or nobody waits any more. */
    synchronized boolean join(ServerWebSocket socket) {
        if (over || host != null) {
            return false;
        }
        host = socket;
        vertx.cancelTimer(hostIsLate);
        socket.closeHandler(left -> endOfHost(socket.closeReason()));
        socket.exceptionHandler(broken -> end(ConsoleSessionEnd.CONSOLE_ENDED));
        new LinePump(vertx, person, socket, limits.typedBytes(), this::lives).begin();
        new LinePump(vertx, socket, person, limits.shownBytes(), this::lives).begin();
        return true;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Why it has lasted long enough by now; null if it has not. */
    @Nullable ConsoleSessionEnd overdue() {
        long now = System.nanoTime();
        if (now - begun > limits.longest().toNanos()) {
            return ConsoleSessionEnd.TOO_LONG;
        }
        return now - lastByte > limits.idle().toNanos() ? ConsoleSessionEnd.IDLE : null;
    }

    void end(ConsoleSessionEnd why) {
        end(why, words(why));
    }

    private void endOfHost(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            end(ConsoleSessionEnd.CONSOLE_ENDED);
        } else {
            end(ConsoleSessionEnd.CONSOLE_ENDED, reason);
        }
    }

    private void end(ConsoleSessionEnd why, String reason) {
        ServerWebSocket joined;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            joined = host;
        }
        vertx.cancelTimer(hostIsLate);
        vertx.cancelTimer(pings);
        person.close(code(why), reason);
        if (joined != null) {
            joined.close(NORMAL, reason);
        }
        ended.accept(why);
    }

    private void lives() {
        lastByte = System.nanoTime();
    }

    private synchronized void ping() {
        if (!over) {
            person.writePing(EMPTY);
            if (host != null) {
                host.writePing(EMPTY);
            }
        }
    }

    private static short code(ConsoleSessionEnd why) {
        return switch (why) {
            case LEFT, CONSOLE_ENDED, TAKEN_OVER, IDLE, TOO_LONG -> NORMAL;
            case RIGHT_LOST -> NOT_ALLOWED;
            case HOST_SILENT, LOST -> FAILED;
        };
    }

    /** A WebSocket has room for 123 bytes. */
    private static String words(ConsoleSessionEnd why) {
        return switch (why) {
            case LEFT -> "You left";
            case CONSOLE_ENDED -> "The console has ended";
            case TAKEN_OVER -> "You opened the console anew elsewhere";
            case IDLE -> "Nothing was typed or written for long";
            case TOO_LONG -> "The console was open as long as one may be; open it anew";
            case RIGHT_LOST -> "You may not use this console any more, or it is elsewhere now";
            case HOST_SILENT -> "The machine that the instance is on did not answer in time; try again";
            case LOST -> "The platform lost the line; open it anew";
        };
    }
}
