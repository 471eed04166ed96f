package io.skyholm.system.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.ExtraHost;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A host that was given up: what ran on it may run elsewhere, and whoever has taken it over still has its identity. */
final class FencedHost implements AutoCloseable {

    private static final Duration SOON = Duration.ofMinutes(3);

    private final ExtraHost host;
    private final JsonNode membership;

    private FencedHost(ExtraHost host) {
        this.host = host;
        this.membership = host.membership();
    }

    /** Joined, silent since, and fenced. */
    static FencedHost of(Api operator) {
        FencedHost fenced =
                new FencedHost(ExtraHost.joined(operator, ExtraHost.freshNumber(), "fenced-" + UUID.randomUUID(), ""));
        fenced.host.silence();
        Eventually.until(SOON, () -> fenced.machine().text("status").equals("OFFLINE"));
        operator.post(fenced.path() + "/fence", Map.of()).expecting(200);
        return fenced;
    }

    /** The password of its account at Kafka. */
    String password() {
        return membership.at("/kafka/password").asText();
    }

    boolean isFenced() {
        return machine().body().hasNonNull("fencedAt");
    }

    /** How it is answered when it asks with the token of its past for another identity. */
    Api.Answer joinsAgain(Api stranger) {
        return stranger.post(
                "/v1/host-joins",
                Map.of(
                        "token",
                        host.joinToken(),
                        "hostname",
                        host.name(),
                        "publicKey",
                        HostKeys.fresh().publicKey(),
                        "hypervisorType",
                        "KVM",
                        "cpuCores",
                        8,
                        "memoryGb",
                        32,
                        "storageGb",
                        500,
                        "managementIp",
                        "192.0.2.120",
                        "agentVersion",
                        "1"));
    }

    /** Asked with a token of its own each time: a run may outlast one. */
    private Api.Answer machine() {
        return RunningSuite.as(RunningSuite.administrator()).get(path()).expecting(200);
    }

    private String path() {
        return "/v1/machines/" + membership.path("machineId").asText();
    }

    @Override
    public void close() {
        host.close();
    }
}
