package io.skyholm.agent.join;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a host was told when it joined: who it is, and how it speaks to the platform from then on.
 *
 * @param encryptionKey with which the platform encrypts for this host what nobody else may read; absent if it does not know one
 * @param encryptionKeySignature what the host has signed of that key, as far as the platform knows
 */
public record Membership(
        UUID machineId,
        KafkaAccount kafka,
        String desiredTopic,
        String observedTopic,
        int heartbeatSeconds,
        int inventorySeconds,
        @Nullable String encryptionKey,
        @Nullable String encryptionKeySignature) {

    /** Where Kafka is, and who this host is there. */
    public record KafkaAccount(String bootstrapServers, String securityProtocol, String username, String password) {

        /** What a client is told. */
        public Map<String, Object> connection() {
            return Map.of(
                    "bootstrap.servers",
                    bootstrapServers,
                    "security.protocol",
                    securityProtocol,
                    "sasl.mechanism",
                    "SCRAM-SHA-256",
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + username
                            + "\" password=\"" + password + "\";");
        }

        /** Never tells the password. */
        @Override
        public String toString() {
            return username + " at " + bootstrapServers;
        }
    }
}
