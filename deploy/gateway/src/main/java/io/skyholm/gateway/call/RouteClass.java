package io.skyholm.gateway.call;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;

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

    /** Requests that last as long as their client likes. */
    public static final String STREAM = "stream";

    public boolean isStream() {
        return name.equals(STREAM);
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
