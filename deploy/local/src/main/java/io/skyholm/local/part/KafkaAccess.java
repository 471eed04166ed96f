package io.skyholm.local.part;

import io.skyholm.local.home.Site;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the platform comes into Kafka: the launcher as a principal that may do everything, each service and Connect as one that may
 * do what it needs ({@link KafkaRights}). Hosts have credentials of their own.
 */
public record KafkaAccess(Site site) {
    static final String USER = "skyholm";
    private static final String PROTOCOL = "SASL_PLAINTEXT";

    /** The settings of the launcher's own clients, and of tests. */
    public Map<String, Object> settings() {
        return settings(USER);
    }

    /** The settings of a client with that account. */
    public Map<String, Object> settings(String account) {
        return Map.of(
                "bootstrap.servers",
                bootstrap(),
                "security.protocol",
                PROTOCOL,
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                jaas(account));
    }

    /** The environment variables of that service, with the address that it gives to hosts. */
    Map<String, String> environment(String service) {
        return Map.of(
                "SKYHOLM_KAFKA", bootstrap(),
                "SKYHOLM_KAFKA_PROTOCOL", PROTOCOL,
                "SKYHOLM_KAFKA_USER", service,
                "SKYHOLM_KAFKA_PASSWORD", password(service),
                "SKYHOLM_KAFKA_AGENTS", bootstrap());
    }

    String bootstrap() {
        return "127.0.0.1:" + site.ports().of("kafka");
    }

    /** A client's proof of who it is. */
    String jaas(String account) {
        return login(account, "");
    }

    /** The controller's: it knows the platform alone, and is its own client too. */
    String platformJaas() {
        return login(USER, " user_" + USER + "=\"" + password(USER) + '"');
    }

    /** The broker's for its clients: it is one too, and knows the accounts that do not lie in its data. */
    String clientsJaas() {
        String known = Stream.concat(Stream.of(USER), KafkaRights.accounts().stream())
                .map(account -> " user_" + account + "=\"" + password(account) + '"')
                .collect(Collectors.joining());
        return login(USER, known);
    }

    private String login(String account, String users) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + account
                + "\" password=\"" + password(account) + '"' + users + ";";
    }

    private String password(String account) {
        return site.secrets().password(account.equals(USER) ? "kafka" : "kafka_" + account);
    }
}
