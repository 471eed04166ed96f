package io.skyholm.gateway;

import io.skyholm.gateway.problem.Answer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of JSON per request, without its query and its headers, since both may hold secrets, and without the tickets of consoles. */
final class AccessLog {

    private static final int CLIENT_WENT_AWAY = 499;

    /** A ticket opens a console for a minute, and one that was refused, as somebody else has the console, opens it still. */
    private static final Pattern TICKET = Pattern.compile("(?i)/consoles/.*");

    private final PrintStream out;
    private final Clock clock;

    AccessLog(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    void write(HttpServerRequest request, String client, long beganNanoseconds) {
        HttpServerResponse response = request.response();
        long microseconds = (System.nanoTime() - beganNanoseconds) / 1000;
        out.println(new JsonObject()
                .put("time", clock.instant().toString())
                .put("method", request.method().name())
                .put("path", shown(request.path()))
                .put("status", response.headWritten() ? response.getStatusCode() : CLIENT_WENT_AWAY)
                .put("ms", microseconds / 1000.0)
                .put("requestId", Answer.requestIdOf(request))
                .put("client", client)
                .encode());
    }

    private static @Nullable String shown(@Nullable String path) {
        return path == null ? null : TICKET.matcher(path).replaceFirst("/consoles/*");
    }
}
