package io.skyholm.system.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One more host, whose pool is in a cluster once it is told where, for as long as a journey needs it.
 *
 * @param pool that storage has made for it
 */
public record HostInCeph(Api operator, ExtraHost host, UUID pool) implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    /**
     * Has one join.
     *
     * @param number of the host, a fresh one
     * @param tag that its machine bears
     * @param more environment variables of its agent's own
     */
    public static HostInCeph joined(RealCeph ceph, Api operator, int number, String tag, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.putAll(ceph.agentVariables());
        ExtraHost host = ExtraHost.joined(operator, number, tag, variables);
        try {
            return new HostInCeph(operator, host, UUID.fromString(poolOf(operator, tag)));
        } catch (AssertionError none) {
            host.close();
            throw none;
        }
    }

    /** Storage makes one for each local host once it has heard of it. */
    private static String poolOf(Api operator, String tag) {
        return Eventually.get(TIMEOUT, () -> {
            String machine = first(operator, "/v1/machines?tags=" + tag);
            String pool = machine.isEmpty() ? "" : first(operator, "/v1/storage-pools?computeMachineId=" + machine);
            return pool.isEmpty() ? null : pool;
        });
    }

    private static String first(Api operator, String path) {
        return operator.get(path)
                .expecting(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    /** Has it told where its pool is, and waits until it has said that it is there. */
    public void connects(Map<String, Object> place) {
        connects(place, "CONNECTED", "null");
    }

    /** The same until it has said something else of it. */
    public void connects(Map<String, Object> place, String status, String reason) {
        String path = "/v1/storage-pools/" + pool + "/ceph";
        operator.put(path, place).expecting(200);
        Eventually.until(TIMEOUT, () -> {
            JsonNode now = operator.get(path).expecting(200).body();
            return now.path("status").asText().equals(status)
                    && now.path("statusReason").asText("null").contains(reason);
        });
    }

    /** Ends its agent at once, as a crash would, and starts it again. */
    public void crash() {
        host.crash();
    }

    @Override
    public void close() {
        host.close();
    }
}
