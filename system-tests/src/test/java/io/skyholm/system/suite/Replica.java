package io.skyholm.system.suite;

import io.skyholm.local.home.Ports;
import io.skyholm.local.process.Background;
import io.skyholm.local.process.Launch;
import io.skyholm.local.process.Signal;
import io.skyholm.local.suite.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One more process of a service beside the suite's own: it shares the database's and Kafka's work with it. */
record Replica(ProcessHandle process) implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    static Replica ofService(Suite suite, String service) {
        return start(suite, service, "/q/health/ready", Map.of());
    }

    /** An agent in a process of its own, which is one host, and what goes wrong there. */
    static Replica ofAgent(Suite suite, int number, String token, String faults) {
        String state = suite.site().data().of("host-agent-" + number).toString();
        return start(
                suite,
                "host-agent",
                "/health",
                Map.of(
                        "SKYHOLM_JOIN_SECRET", "",
                        "SKYHOLM_JOIN_TOKEN", token,
                        "SKYHOLM_FIRST_HOST", Integer.toString(number),
                        "SKYHOLM_AGENT_STATE", state,
                        "SKYHOLM_SIMULATED_FAULTS", faults));
    }

    private static Replica start(Suite suite, String part, String health, Map<String, String> settings) {
        int port = Ports.free().of(part);
        Launch usual = suite.part(part).part().launch();
        Map<String, String> environment = new HashMap<>(usual.environment());
        environment.put("SKYHOLM_PORT", Integer.toString(port));
        environment.putAll(settings);
        Replica replica = new Replica(Background.start(
                new Launch(usual.command(), environment, usual.folder()),
                suite.site().data().log(part + "-replica")));
        Runtime.getRuntime().addShutdownHook(new Thread(replica::close, "replica"));
        URI question = URI.create("http://127.0.0.1:" + port + health);
        Eventually.until(START, () -> isReady(question));
        return replica;
    }

    @Override
    public void close() {
        Signal.KILL.send(process);
    }

    private static boolean isReady(URI question) {
        HttpRequest asked =
                HttpRequest.newBuilder(question).timeout(Duration.ofSeconds(5)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(asked, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
