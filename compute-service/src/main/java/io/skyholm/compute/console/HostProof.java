package io.skyholm.compute.console;

import io.skyholm.events.host.ConsoleStatement;
import io.skyholm.hosts.HostSignature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** By what a host shows that it is the one which was asked for a console. */
public record HostProof(UUID hostId, Instant signedAt, String signature) {

    private static final Duration LIFE = Duration.ofMinutes(5);

    /** Whether that host signed that answer to that request a moment ago. */
    public boolean isOf(AskedConsole asked, String answer, Instant now) {
        boolean isFresh = Duration.between(signedAt, now).abs().compareTo(LIFE) <= 0;
        byte[] statement =
                ConsoleStatement.of(hostId, asked.id(), answer, signedAt).bytes();
        return isFresh
                && hostId.equals(asked.computeMachineId())
                && HostSignature.isBy(asked.agentPublicKey(), statement, signature.getBytes(StandardCharsets.UTF_8));
    }
}
