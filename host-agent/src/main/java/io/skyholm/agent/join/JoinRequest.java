package io.skyholm.agent.join;

import io.skyholm.events.host.EncryptionKeyStatement;
import io.skyholm.events.host.JoinStatement;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a host says of itself when it asks to join. */
public record JoinRequest(
        String token,
        String hostname,
        String publicKey,
        String hypervisorType,
        int cpuCores,
        int memoryGb,
        int storageGb,
        int gpuCount,
        @Nullable String gpuModel,
        String managementIp,
        String agentVersion,
        @Nullable String encryptionKey,
        @Nullable String encryptionKeySignature,
        @Nullable Instant signedAt,
        @Nullable String signature) {

    /** The same by the host that has these keys, which proves it. */
    JoinRequest signed(AgentKeys keys, Instant now) {
        JoinStatement statement = new JoinStatement(token, keys.publicKey(), encryptionKey, now);
        return new JoinRequest(
                token,
                hostname,
                keys.publicKey(),
                hypervisorType,
                cpuCores,
                memoryGb,
                storageGb,
                gpuCount,
                gpuModel,
                managementIp,
                agentVersion,
                encryptionKey,
                encryptionKeySignature(keys),
                now,
                Base64.getEncoder().encodeToString(keys.sign(statement.bytes())));
    }

    /** What the host that has these keys says of the one that is encrypted with, which is the same each time. */
    @Nullable String encryptionKeySignature(AgentKeys keys) {
        return encryptionKey == null
                ? null
                : Base64.getEncoder()
                        .encodeToString(keys.sign(new EncryptionKeyStatement(keys.publicKey(), encryptionKey).bytes()));
    }

    /** Says nothing of the token and of nothing secret. */
    @Override
    public String toString() {
        return "JoinRequest of " + hostname;
    }
}
