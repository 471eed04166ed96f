package io.skyholm.agent.network.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That of a namespace, so that one machine can be several hosts. What it has is asked of a process there: the files of the system show the machine's
 * own devices.
 */
record NamespaceNetwork(String namespace) implements HostNetwork {

    @Override
    public List<NetworkDevice> devices() {
        return List.of(read(Link[].class, "ip", "-json", "-statistics", "link", "show")).stream()
                .map(Link::device)
                .toList();
    }

    @Override
    public Optional<NetworkDevice> device(String name) {
        return devices().stream().filter(device -> device.name().equals(name)).findFirst();
    }

    @Override
    public List<String> command(List<String> command) {
        return Stream.concat(Stream.of("nsenter", "--net=/run/netns/" + namespace), command.stream())
                .toList();
    }

    /** A device as {@code ip} writes it. */
    private record Link(
            @JsonProperty("ifname") String name,
            @Nullable @JsonProperty("ifalias") String alias,
            @Nullable @JsonProperty("stats64") Counters counters) {

        NetworkDevice device() {
            Counters known = counters == null ? new Counters(new Bytes(0), new Bytes(0)) : counters;
            return new NetworkDevice(
                    name,
                    alias == null ? "" : alias,
                    known.received().bytes(),
                    known.sent().bytes());
        }
    }

    private record Counters(
            @JsonProperty("rx") Bytes received,
            @JsonProperty("tx") Bytes sent) {}

    private record Bytes(long bytes) {}
}
