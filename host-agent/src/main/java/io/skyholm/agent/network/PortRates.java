package io.skyholm.agent.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.network.host.HostNetwork;
import io.skyholm.events.host.DesiredPort;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How fast the ports of a host may be. What goes to a guest waits at its tap. What comes from it can wait only where it leaves a device, so it is led
 * through one that is there for nothing else.
 */
record PortRates(HostNetwork network) {

    /** How the devices begin that shape what guests send; filters are about those that begin as taps do. */
    private static final String SHAPER = "sr";

    private static final int BITS_OF_MBIT = 1_000_000;

    /** What may be sent at once after a while of silence: that of 10 ms, and at least as much as a guest hands over as one packet. */
    private static final long AT_ONCE_EACH_SECOND = 100;

    private static final long LEAST_AT_ONCE = 64L * 1024;

    private static final long MOST_AT_ONCE = 64L * 1024 * 1024;

    /** What waits longer than 50 ms behind others is dropped, by which the sender learns to be slower. */
    private static final long WAITING_EACH_SECOND = 20;

    private static final long MOST_WAITING = 256L * 1024 * 1024;

    /** Has the port's tap be that fast, from the next packet on; no packet that waits already is lost. */
    void put(DesiredPort port) {
        String tap = Tap.device(port.id());
        Integer rate = port.rateMbps();
        if (rate == null) {
            free(port.id());
            return;
        }
        limit(tap, rate);
        if (network.device(shaper(port.id())).isEmpty()) {
            network.ip("link", "add", "name", shaper(port.id()), "type", "ifb");
        }
        network.ip("link", "set", "dev", shaper(port.id()), "addrgenmode", "none");
        network.ip("link", "set", "dev", shaper(port.id()), "up");
        limit(shaper(port.id()), rate);
        if (!leads(tap, shaper(port.id()))) {
            lead(tap, shaper(port.id()));
        }
    }

    /**
     * What comes from the guest passes there before anything looks at it. What was begun and leads nowhere is begun anew: without its filter it holds
     * up nothing, and one that led to a device that is gone drops everything, also once there is another of its name.
     */
    private void lead(String tap, String shaper) {
        if (kinds(tap).contains(Discipline.INGRESS)) {
            network.tc("qdisc", "delete", "dev", tap, "ingress");
        }
        network.tc("qdisc", "add", "dev", tap, "ingress");
        network.tc(
                "filter",
                "add",
                "dev",
                tap,
                "parent",
                "ffff:",
                "protocol",
                "all",
                "u32",
                "match",
                "u32",
                "0",
                "0",
                "action",
                "mirred",
                "egress",
                "redirect",
                "dev",
                shaper);
    }

    private void limit(String device, int rate) {
        long bytes = (long) rate * BITS_OF_MBIT / Byte.SIZE;
        long atOnce = Math.clamp(bytes / AT_ONCE_EACH_SECOND, LEAST_AT_ONCE, MOST_AT_ONCE);
        long waiting = Math.min(atOnce + bytes / WAITING_EACH_SECOND, MOST_WAITING);
        network.tc(
                "qdisc",
                "replace",
                "dev",
                device,
                "root",
                "tbf",
                "rate",
                rate + "mbit",
                "burst",
                Long.toString(atOnce),
                "limit",
                Long.toString(waiting));
    }

    /** Nothing limits it any more; one that nothing limits stays as it is. */
    private void free(UUID port) {
        String tap = Tap.device(port);
        Set<String> kinds = kinds(tap);
        if (kinds.contains(Discipline.INGRESS)) {
            network.tc("qdisc", "delete", "dev", tap, "ingress");
        }
        if (kinds.contains(Discipline.TBF)) {
            network.tc("qdisc", "delete", "dev", tap, "root");
        }
        remove(port);
    }

    /** Takes away what is beside its tap. */
    void remove(UUID port) {
        if (network.device(shaper(port)).isPresent()) {
            network.ip("link", "delete", "dev", shaper(port));
        }
    }

    /** Limits it again if somebody has taken away any part of that, or it was cut short. */
    void tend(DesiredPort port) {
        if (port.rateMbps() == null || network.device(Tap.device(port.id())).isEmpty()) {
            return;
        }
        try {
            if (!isLimited(port.id())) {
                put(port);
            }
        } catch (HypervisorProblem problem) {
            throw new HypervisorProblem(
                    "Port " + port.id() + " may not be as fast as it is to be: " + problem.getMessage(), problem);
        }
    }

    private boolean isLimited(UUID port) {
        String tap = Tap.device(port);
        return network.device(shaper(port)).isPresent()
                && kinds(tap).contains(Discipline.TBF)
                && kinds(shaper(port)).contains(Discipline.TBF)
                && leads(tap, shaper(port));
    }

    /** Asked of that device alone: what others have set up at theirs may be written as nobody can read it. */
    private Set<String> kinds(String device) {
        return Stream.of(network.read(Discipline[].class, "tc", "-json", "qdisc", "show", "dev", device))
                .flatMap(discipline -> Stream.ofNullable(discipline.kind()))
                .collect(Collectors.toSet());
    }

    /** Whether what comes in there is led to that device as it is now: the filter forgets one that goes. */
    private boolean leads(String tap, String shaper) {
        return Stream.of(network.read(Filter[].class, "tc", "-json", "filter", "show", "dev", tap, "parent", "ffff:"))
                .flatMap(filter -> Stream.ofNullable(filter.options()))
                .flatMap(options -> Stream.ofNullable(options.actions()))
                .flatMap(List::stream)
                .anyMatch(action -> shaper.equals(action.device()));
    }

    static String shaper(UUID port) {
        return SHAPER + Tap.device(port).substring(Tap.PREFIX.length());
    }

    /** How packets wait at a device, as {@code tc} writes it. */
    private record Discipline(@Nullable String kind) {

        static final String TBF = "tbf";

        static final String INGRESS = "ingress";
    }

    /** Where packets are led, as {@code tc} writes it. */
    private record Filter(@Nullable Options options) {}

    private record Options(@Nullable List<Action> actions) {}

    private record Action(@Nullable @JsonProperty("to_dev") String device) {}
}
