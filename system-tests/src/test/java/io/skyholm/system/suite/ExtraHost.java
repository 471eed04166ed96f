package io.skyholm.system.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.local.suite.Replica;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One more host in the local pool, with an agent of its own, for as long as a journey needs it. */
public final class ExtraHost implements AutoCloseable {

    /** An agent is ready before it has joined. */
    private static final Duration JOINS = Duration.ofSeconds(60);

    private static final AtomicInteger LAST = new AtomicInteger(300);

    private final String name;
    private final String tag;
    private final String joinToken;
    private final Map<String, String> variables;
    private Replica agent;

    private ExtraHost(String name, String tag, String joinToken, Map<String, String> variables) {
        this.name = name;
        this.tag = tag;
        this.joinToken = joinToken;
        this.variables = variables;
        this.agent = started(name, variables);
    }

    /** The number of a host that nobody has had: an agent that is started again is the host that it was, whatever its token says. */
    public static int freshNumber() {
        int number = LAST.incrementAndGet();
        return Files.exists(stateOf("host-" + number)) ? freshNumber() : number;
    }

    private static Path stateOf(String name) {
        return RunningSuite.site().data().of(name.replace("host-", "host-agent-"));
    }

    /**
     * Has one join, and returns when it has.
     *
     * @param number of the host, a fresh one
     * @param tag that its machine bears
     * @param faults what goes wrong there, as in {@code late=0.1}
     */
    public static ExtraHost joined(Api operator, int number, String tag, String faults) {
        return joined(operator, number, tag, Map.of("SKYHOLM_SIMULATED_FAULTS", faults));
    }

    /** The same with environment variables of its agent's own. */
    public static ExtraHost joined(Api operator, int number, String tag, Map<String, String> more) {
        String pool = operator.get("/v1/compute-pools?name=local")
                .expecting(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        String token = operator.post("/v1/join-tokens", Map.of("resourcePoolId", pool, "tags", List.of(tag)))
                .expecting(201)
                .text("token");
        Map<String, String> variables = new HashMap<>(more);
        variables.putAll(Map.of(
                "SKYHOLM_JOIN_SECRET",
                "",
                "SKYHOLM_JOIN_TOKEN",
                token,
                "SKYHOLM_FIRST_HOST",
                Integer.toString(number),
                "SKYHOLM_AGENT_STATE",
                stateOf("host-" + number).toString()));
        return new ExtraHost("host-" + number, tag, token, variables);
    }

    private static Replica started(String name, Map<String, String> variables) {
        return Replica.start(RunningSuite.parts(), "host-agent", name.replace("host-", "host-agent-"), variables);
    }

    public String name() {
        return name;
    }

    /** The token with which it joined. */
    public String joinToken() {
        return joinToken;
    }

    /** What its agent was told when it joined, and keeps. */
    public JsonNode membership() {
        Path file = stateOf(name).resolve(name).resolve("membership.json");
        Eventually.until(JOINS, () -> Files.exists(file));
        try {
            return Api.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Ends its agent at once, as a crash would: nobody is told. */
    public void silence() {
        agent.close();
    }

    /** Ends its agent at once, as a crash would, and starts it again. */
    public void crash() {
        silence();
        agent = started(name, variables);
    }

    /** Takes it out before it falls silent, since the suite would go on to place instances there for a while. */
    @Override
    public void close() {
        Api operator = RunningSuite.as(RunningSuite.administrator());
        try {
            for (JsonNode machine : operator.get("/v1/machines?tags=" + tag)
                    .expecting(200)
                    .body()
                    .path("items")) {
                operator.post("/v1/machines/" + machine.path("id").asText() + "/maintenance", Map.of())
                        .expecting(200);
            }
        } finally {
            silence();
        }
    }
}
