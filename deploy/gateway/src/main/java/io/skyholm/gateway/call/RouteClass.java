package io.skyholm.gateway.call;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What requests of one kind may ask of the gateway: a row of limits.table.
 *
 * @param bodyBytes the largest body
 * @param held whether the body is read to its end before the service is asked; if not, it flows
 * @param bytesPerSecond how fast a body has to come
 * @param answer how long the service may take to the head of its answer, after the body
 * @param serviceConnections connections to one service for this class alone
 * @param open requests at once
 * @param rate requests per second
 * @param patterns which requests it is for
 */
public record RouteClass(
        String name,
        long bodyBytes,
        boolean held,
        int bytesPerSecond,
        Duration answer,
        int serviceConnections,
        Shares open,
        Shares rate,
        List<RoutePattern> patterns) {

    /** Requests that last as long as their client likes: of people and programs, and the lines of hosts. */
    private static final Set<String> STREAMS = Set.of("stream", "line");

    /** Requests that keep a connection to a service for as long as their client sends or reads. */
    private static final Set<String> LASTING = Set.of("upload", "download", "state");

    public boolean isStream() {
        return STREAMS.contains(name);
    }

    /** Whether its connections to a service come free only when clients have had all they want. */
    public boolean lasts() {
        return LASTING.contains(name);
    }

    /** Whether a WebSocket is asked for where one may be: an ordinary request otherwise, whatever it wants to become. */
    public boolean takesWebSocket(HttpServerRequest request) {
        String path = request.path();
        return isStream()
                && path != null
                && patterns.stream()
                        .anyMatch(pattern ->
                                pattern.isWebSocket() && pattern.fits(request, List.of(path.split("/", -1))));
    }

    /** How much falls to one address without a valid token, one user, one tenant; 0 is without a limit. */
    public record Shares(int address, int user, int tenant) {

        /** What falls to the caller itself: a user, or the address of a stranger. */
        public int of(Caller caller) {
            return caller.isKnown() ? user : address;
        }
    }
}
