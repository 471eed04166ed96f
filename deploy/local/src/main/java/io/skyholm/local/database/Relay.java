package io.skyholm.local.database;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A connector with a replication slot of its own, and the services whose outboxes it follows. One is usual; a service whose
 * events would hold up all others gets its own.
 */
public record Relay(String suffix, List<String> services) {
    static final String VARIABLE = "SKYHOLM_RELAYS";
    private static final String EACH = "per-service";

    /** The shared relay first; then those of the services that the environment of the launcher names. */
    public static List<Relay> configured(Map<String, String> environment) {
        List<String> own = own(environment.getOrDefault(VARIABLE, "").strip());
        List<Relay> relays = new ArrayList<>();
        relays.add(new Relay(
                "",
                Services.ALL.stream().filter(service -> !own.contains(service)).toList()));
        own.forEach(service -> relays.add(new Relay(service, List.of(service))));
        return relays.stream().filter(relay -> !relay.services.isEmpty()).toList();
    }

    private static List<String> own(String value) {
        if (value.equals(EACH)) {
            return Services.ALL;
        }
        List<String> named = Stream.of(value.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!Services.ALL.containsAll(named)) {
            throw new LaunchProblem(
                    VARIABLE + "=" + value + " names a service that there is not",
                    "say " + EACH + ", or name some of " + String.join(", ", Services.ALL));
        }
        return named;
    }

    /** As Kafka Connect knows it. */
    public String connector() {
        return suffix.isEmpty() ? "skyholm-outbox" : "skyholm-outbox-" + suffix;
    }

    /** As PostgreSQL knows it. */
    public String slot() {
        return suffix.isEmpty() ? "skyholm_outbox" : "skyholm_outbox_" + suffix;
    }

    /** The prefix of what Debezium names by itself; no two connectors may have the same. */
    public String prefix() {
        return suffix.isEmpty() ? "skyholm" : "skyholm-" + suffix;
    }

    /** The tables that it follows, as Debezium selects them. */
    public String tables() {
        return services.stream().map(service -> service + "[.]outbox_event").collect(Collectors.joining(","));
    }
}
