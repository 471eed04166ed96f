package io.skyholm.agent.join;

import io.skyholm.agent.gateway.Gateway;
import io.skyholm.events.EventJson;
import io.skyholm.events.MalformedEventException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Asks the gateway to let a host join. */
public final class JoinClient {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** More hosts than that do not ask at the same time, so that thousands may share a process. */
    private static final int AT_ONCE = 16;

    private final Gateway gateway;
    private final URI joins;
    private final Semaphore places = new Semaphore(AT_ONCE);

    private JoinClient(Gateway gateway) {
        this.gateway = gateway;
        this.joins = gateway.at("/v1/host-joins");
    }

    /** Of the gateway at this address, which proves itself by these certificates, or else by those that the JDK trusts. */
    public static JoinClient at(URI address, Optional<Path> certificates) {
        return new JoinClient(Gateway.at(address, certificates));
    }

    /** Whom it asks. */
    public Gateway gateway() {
        return gateway;
    }

    /** Asks to join, and waits for the answer. */
    Membership join(JoinRequest request) {
        HttpRequest post = HttpRequest.newBuilder(joins)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(EventJson.write(request)))
                .build();
        try {
            return read(inTurn(post));
        } catch (IOException unreachable) {
            throw new JoinProblem(joins + " does not answer: " + unreachable, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new JoinProblem("Joining was interrupted", interrupted);
        }
    }

    private HttpResponse<String> inTurn(HttpRequest post) throws IOException, InterruptedException {
        places.acquire();
        try {
            return gateway.client().send(post, HttpResponse.BodyHandlers.ofString());
        } finally {
            places.release();
        }
    }

    private Membership read(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new JoinProblem(joins + " answers " + answer.statusCode() + code(answer.body()));
        }
        try {
            return EventJson.read(answer.body(), Membership.class);
        } catch (MalformedEventException unreadable) {
            throw new JoinProblem(joins + " answers what is no membership", unreadable);
        }
    }

    /** The code of a problem, which a program at the other end chose. */
    private static String code(String body) {
        try {
            Map<?, ?> problem = EventJson.read(body, Map.class);
            return problem.get("code") == null ? "" : " " + problem.get("code");
        } catch (MalformedEventException noProblem) {
            return "";
        }
    }
}
