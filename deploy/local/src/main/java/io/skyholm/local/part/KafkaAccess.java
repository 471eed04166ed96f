package io.skyholm.local.part;

import io.skyholm.local.home.Site;
import java.util.Map;

/** How the platform itself comes into Kafka: as a principal that may do everything. Hosts have credentials of their own. */
public record KafkaAccess(Site site) {
    static final String USER = "skyholm";
    private static final String PROTOCOL = "SASL_PLAINTEXT";

    /** The settings of a client. */
    public Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                bootstrap(),
                "security.protocol",
                PROTOCOL,
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                jaas());
    }

    /** The environment variables of a service, with the address that it gives to hosts. */
    Map<String, String> environment() {
        return Map.of(
                "SKYHOLM_KAFKA", bootstrap(),
                "SKYHOLM_KAFKA_PROTOCOL", PROTOCOL,
                "SKYHOLM_KAFKA_USER", USER,
                "SKYHOLM_KAFKA_PASSWORD", password(),
                "SKYHOLM_KAFKA_AGENTS", bootstrap());
    }

    String bootstrap() {
        return "127.0.0.1:" + site.ports().of("kafka");
    }

    /** A client's proof of who it is. */
    String jaas() {
        return login("");
    }

    /** The broker's: it is its own client too, and knows the one user that does not lie in its data. */
    String brokerJaas() {
        return login(" user_" + USER + "=\"" + password() + '"');
    }

    private String login(String users) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + USER + "\" password=\""
                + password() + '"' + users + ";";
    }

    private String password() {
        return site.secrets().password("kafka");
    }
}
