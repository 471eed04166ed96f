package io.skyholm.compute.consolesession;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.skyholm.compute.console.ConsoleProblems;
import io.skyholm.compute.console.HostProof;
import io.skyholm.events.EventJson;
import io.skyholm.events.compute.ConsoleSessionEnd;
import io.skyholm.events.host.ConsoleHeaders;
import io.skyholm.runtime.call.Origin;
import io.skyholm.runtime.call.RequestOrigin;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemBody;
import io.skyholm.runtime.problem.ProblemKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Consoles as WebSockets: one of whoever has a ticket, and one of the host, which comes because it was told. The two are joined where the
 * first is open.
 */
@Singleton
class ConsoleSockets {

    private static final Logger LOG = Logger.getLogger(ConsoleSockets.class);

    /** Not all are looked at in one moment, but a part of them each time. */
    private static final int TURNS = 10;

    private final Vertx vertx;
    private final ConsoleSessions sessions;
    private final ConsoleSessionSettings settings;
    private final Map<UUID, ConsoleLine> open = new ConcurrentHashMap<>();
    private final Set<UUID> lookedAt = ConcurrentHashMap.newKeySet();
    private final LineRelay relay;
    private long looks;
    private int turn;

    ConsoleSockets(Vertx vertx, ConsoleSessions sessions, ConsoleSessionSettings settings) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.settings = settings;
        this.relay = new LineRelay(vertx, LineLimits.of(settings));
    }

    void serve(@Observes Router router) {
        serve(router, ConsoleSessions.PATH + ":ticket", this::person);
        serve(router, "/v1/host-consoles/:id/line", this::host);
    }

    void start(@Observes StartupEvent started) {
        looks = vertx.setPeriodic(Math.max(1, settings.look().toMillis() / TURNS), tick -> look());
    }

    private static void serve(Router router, String path, Consumer<RoutingContext> handler) {
        router.get(path)
                .order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT)
                .handler(routing -> admitted(routing, handler));
    }

    /** Whoever opens it anew is taken over by another replica. */
    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(looks);
        open.values().forEach(line -> line.end(ConsoleSessionEnd.LOST));
    }

    /** What is refused is refused with a problem, as long as it is no WebSocket yet. */
    private static void admitted(RoutingContext routing, Consumer<RoutingContext> handler) {
        String upgrade = routing.request().getHeader(HttpHeaders.UPGRADE);
        if ("websocket".equalsIgnoreCase(upgrade)) {
            handler.accept(routing);
        } else {
            refuse(routing, ConsoleSessionProblems.noWebSocket());
        }
    }

    private void person(RoutingContext routing) {
        Origin origin = RequestOrigin.of(routing.request());
        sessions.open(String.valueOf(routing.pathParam("ticket")), origin.address(), origin.agent())
                .subscribe()
                .with(session -> begin(routing, session.id()), failure -> refuse(routing, failure));
    }

    private void begin(RoutingContext routing, UUID session) {
        routing.request()
                .toWebSocket()
                .onSuccess(socket -> begin(socket, session))
                .onFailure(gone -> end(session, ConsoleSessionEnd.LEFT));
    }

    private void begin(ServerWebSocket socket, UUID session) {
        ConsoleLine line = new ConsoleLine(vertx, socket, LineLimits.of(settings), why -> {
            open.remove(session);
            end(session, why);
        });
        line.begin();
        // Only now, or a host that comes at this moment is joined first, and what is typed then is held back for good.
        open.put(session, line);
        if (line.isOver()) {
            open.remove(session);
        }
    }

    private void host(RoutingContext routing) {
        UUID session = id(routing);
        HostProof proof = proof(routing.request());
        if (session == null || proof == null) {
            refuse(routing, ConsoleProblems.refused());
            return;
        }
        sessions.checkHost(session, proof)
                .subscribe()
                .with(proved -> join(routing, session), failure -> refuse(routing, failure));
    }

    private void join(RoutingContext routing, UUID session) {
        ConsoleLine line = open.get(session);
        if (line == null) {
            sessions.elsewhere(session)
                    .subscribe()
                    .with(
                            held -> held.ifPresentOrElse(
                                    address -> relay.open(
                                            routing, URI.create(address), failure -> refuse(routing, failure)),
                                    () -> refuse(routing, ConsoleProblems.notFound())),
                            failure -> refuse(routing, failure));
            return;
        }
        routing.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    socket.pause();
                    if (!line.join(socket)) {
                        socket.close();
                    }
                })
                .onFailure(gone -> LOG.warnf("A host left console %s at once: %s", session, gone));
    }

    private void look() {
        turn = (turn + 1) % TURNS;
        open.forEach((session, line) -> {
            if (Math.floorMod(session.hashCode(), TURNS) == turn) {
                look(session, line);
            }
        });
    }

    /** One at which is looked still, since the database is slow, waits for the next time. */
    private void look(UUID session, ConsoleLine line) {
        ConsoleSessionEnd overdue = line.overdue();
        if (overdue != null) {
            line.end(overdue);
            return;
        }
        if (!lookedAt.add(session)) {
            return;
        }
        sessions.look(session)
                .onTermination()
                .invoke(() -> lookedAt.remove(session))
                .subscribe()
                .with(
                        why -> why.ifPresent(line::end),
                        failure -> LOG.warnf("Console %s is looked at again later: %s", session, failure));
    }

    /** What cannot be noted now is found by its silence. */
    private void end(UUID session, ConsoleSessionEnd why) {
        Uni<Void> ending = sessions.end(session, why);
        vertx.runOnContext(here -> ending.subscribe()
                .with(done -> {}, failure -> LOG.warnf("The end of console %s is noted later: %s", session, failure)));
    }

    private static @Nullable UUID id(RoutingContext routing) {
        try {
            return UUID.fromString(String.valueOf(routing.pathParam("id")));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static @Nullable HostProof proof(HttpServerRequest request) {
        String host = request.getHeader(ConsoleHeaders.HOST);
        String signedAt = request.getHeader(ConsoleHeaders.SIGNED_AT);
        String signature = request.getHeader(ConsoleHeaders.SIGNATURE);
        if (host == null || signedAt == null || signature == null) {
            return null;
        }
        try {
            return new HostProof(UUID.fromString(host), Instant.parse(signedAt), signature);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return null;
        }
    }

    private static void refuse(RoutingContext routing, Throwable failure) {
        Problem problem = failure instanceof Problem known
                ? known
                : Problem.of(ProblemKind.INTERNAL, "The console could not be opened; try again");
        if (!(failure instanceof Problem)) {
            LOG.warnf("A console was not opened: %s", failure);
        }
        ProblemBody body = problem.body(RequestOrigin.of(routing.request()).requestId());
        if (!routing.response().ended() && !routing.response().closed()) {
            Duration later = problem.retryAfter();
            if (later != null) {
                routing.response().putHeader("Retry-After", String.valueOf(later.toSeconds()));
            }
            routing.response()
                    .setStatusCode(body.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                    .end(EventJson.write(body));
        }
    }
}
