package io.skyholm.local.home;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Services;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Which part listens where. */
public record Ports(Map<String, Integer> byPart) {
    private static final String VARIABLE = "SKYHOLM_PORT_";
    private static final Map<String, Integer> USUAL = usual();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LOWEST_FREE = 20_000;
    private static final int HIGHEST_FREE = 32_000;

    public Ports {
        byPart = Map.copyOf(byPart);
    }

    /** The usual ports, each of which SKYHOLM_PORT_NAME changes. */
    public static Ports configured(Map<String, String> environment) {
        return new Ports(USUAL).changedBy(environment);
    }

    /** The same, but for those that SKYHOLM_PORT_NAME changes. */
    public Ports changedBy(Map<String, String> environment) {
        refuseUnknown(environment.keySet());
        Map<String, Integer> chosen = new LinkedHashMap<>();
        for (String part : USUAL.keySet()) {
            String value = environment.get(variable(part));
            int port = value == null || value.isBlank() ? of(part) : parse(part, value.strip());
            chosen.forEach((other, taken) -> {
                if (taken == port) {
                    throw new LaunchProblem(
                            other + " and " + part + " have the same port " + port,
                            "choose another for one of them with " + variable(other) + " or " + variable(part));
                }
            });
            chosen.put(part, port);
        }
        return new Ports(chosen);
    }

    private static void refuseUnknown(Set<String> variables) {
        List<String> known = USUAL.keySet().stream().map(Ports::variable).toList();
        variables.stream()
                .filter(name -> name.startsWith(VARIABLE) && !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(unknown -> {
                    throw new LaunchProblem(
                            unknown + " is the port of no part",
                            "unset it; those there are: " + String.join(", ", known));
                });
    }

    /**
     * Ports that nobody uses at this moment, below the range from which the system takes the ports of outgoing
     * connections: a part that is restarted must find its port free again.
     */
    public static Ports free() {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        for (String part : USUAL.keySet()) {
            int port = RANDOM.ints(LOWEST_FREE, HIGHEST_FREE)
                    .filter(candidate -> !chosen.containsValue(candidate) && !PortHolder.isTaken(candidate))
                    .findFirst()
                    .orElseThrow();
            chosen.put(part, port);
        }
        return new Ports(chosen);
    }

    /** The ports written down in this file, and the usual ones where it says nothing. */
    public static Ports startedWith(Path file) {
        Map<String, Integer> chosen = new LinkedHashMap<>(USUAL);
        if (Files.exists(file)) {
            chosen.putAll(keptIn(file).byPart());
        }
        return new Ports(chosen);
    }

    /** The ports written down in this file; whoever comes first chooses free ones. */
    public static Ports keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                free().keepIn(file);
            }
            Properties kept = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            return new Ports(kept.stringPropertyNames().stream()
                    .collect(Collectors.toMap(part -> part, part -> Integer.valueOf(kept.getProperty(part)))));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep ports in " + file, failure);
        }
    }

    public void keepIn(Path file) {
        Properties kept = new Properties();
        byPart.forEach((part, port) -> kept.setProperty(part, port.toString()));
        try {
            StringWriter text = new StringWriter();
            kept.store(text, null);
            PrivateFiles.write(file, text.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep ports in " + file, failure);
        }
    }

    /** The port of this part. */
    public int of(String part) {
        Integer port = byPart.get(part);
        if (port == null) {
            throw new IllegalArgumentException("no port is planned for " + part);
        }
        return port;
    }

    /** The same ports, but for one part. */
    public Ports with(String part, int port) {
        Map<String, Integer> changed = new LinkedHashMap<>(byPart);
        changed.put(part, port);
        return new Ports(changed);
    }

    /** The variable that changes the port of this part. */
    public static String variable(String part) {
        return VARIABLE + part.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static int parse(String part, String value) {
        if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= 65_535) {
            return Integer.parseInt(value);
        }
        throw new LaunchProblem(
                variable(part) + "=" + value + " is not a port", "give it a number between 1 and 65535, or unset it");
    }

    private static Map<String, Integer> usual() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("gateway", 8443);
        ports.put("keycloak", 8180);
        ports.put("postgres", 15_432);
        ports.put("kafka", 19_092);
        ports.put("kafka_controller", 19_093);
        ports.put("connect", 18_083);
        int port = 8101;
        for (String service : Services.ALL) {
            ports.put(service, port++);
        }
        ports.put("host-agent", port);
        ports.put("ceph-mon", 13_300);
        ports.put("ceph-osd", 13_400);
        ports.put("ceph-rgw", 13_380);
        return ports;
    }
}
