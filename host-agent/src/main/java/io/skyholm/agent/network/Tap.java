package io.skyholm.agent.network;

import io.skyholm.agent.hypervisor.Port;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortTraffic;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A port as a network device of the host, whose alias remembers what a device cannot. */
public record Tap(UUID port, long generation, String macAddress, Instant countedSince) {

    private static final String MARK = "skyholm-port";
    private static final int PARTS = 5;

    /** A name of a device has 15 characters at most. */
    static final String PREFIX = "sk";

    private static final int DIGITS = 13;

    static Tap of(DesiredPort desired, Instant countedSince) {
        return new Tap(desired.id(), desired.generation(), desired.macAddress(), countedSince);
    }

    /** What the alias of a device says; empty for one that somebody else made. */
    static Optional<Tap> read(String alias) {
        List<String> parts = List.of(alias.strip().split(" ", -1));
        if (parts.size() != PARTS || !parts.getFirst().equals(MARK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Tap(
                    UUID.fromString(parts.get(1)),
                    Long.parseLong(parts.get(2)),
                    parts.get(3),
                    Instant.parse(parts.get(4))));
        } catch (IllegalArgumentException | DateTimeParseException another) {
            return Optional.empty();
        }
    }

    String alias() {
        return String.join(" ", MARK, port.toString(), Long.toString(generation), macAddress, countedSince.toString());
    }

    public String device() {
        return device(port);
    }

    /** The end of an id is random; its beginning says when it was made. */
    static String device(UUID port) {
        String digits = port.toString().replace("-", "");
        return PREFIX + digits.substring(digits.length() - DIGITS);
    }

    /** As its guest sees it: what the host has received the guest has sent. */
    Port port(long hostReceived, long hostSent) {
        return new Port(port, generation, new PortTraffic(countedSince, hostSent, hostReceived));
    }
}
