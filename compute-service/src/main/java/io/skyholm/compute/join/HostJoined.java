package io.skyholm.compute.join;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an agent must know to be heard and to hear. */
@Schema(name = "HostJoined")
public record HostJoined(
        UUID machineId,
        KafkaAccount kafka,
        String desiredTopic,
        String observedTopic,
        long heartbeatSeconds,
        long inventorySeconds) {

    /** How the agent comes to Kafka; the password is a new one each time, and kept nowhere. */
    @Schema(name = "KafkaAccount")
    public record KafkaAccount(String bootstrapServers, String securityProtocol, String username, String password) {}
}
