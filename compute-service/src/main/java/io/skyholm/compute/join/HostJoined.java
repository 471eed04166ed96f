package io.skyholm.compute.join;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an agent must know to be heard and to hear. */
@Schema(name = "HostJoined")
public record HostJoined(
        UUID machineId,
        KafkaAccount kafka,
        String desiredTopic,
        String observedTopic,
        long heartbeatSeconds,
        long inventorySeconds,

        @Schema(
                description =
                        "With which secrets are encrypted for this host from now on; absent if the agent named none")
        @Nullable String encryptionKey,

        @Schema(description = "What the agent has signed of that key; absent if it has not") @Nullable String encryptionKeySignature) {

    /** How the agent comes to Kafka; the password is a new one each time, and kept nowhere. */
    @Schema(name = "KafkaAccount")
    public record KafkaAccount(String bootstrapServers, String securityProtocol, String username, String password) {}
}
