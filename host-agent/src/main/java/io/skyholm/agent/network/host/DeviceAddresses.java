package io.skyholm.agent.network.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a device.
 *
 * @param linkLocal the one of the link alone that it may be given; all others of the link it has given itself, and they stay
 */
public record DeviceAddresses(HostNetwork network, String device, String linkLocal) {

    /** Has the device have these and no others, each with its length and how it is added. One that stays is not taken away for a moment. */
    public void match(Map<String, String> wanted) {
        Set<String> there = there();
        Stream<String> added = wanted.entrySet().stream()
                .filter(address -> !there.contains(address.getKey()))
                .map(address -> "address add " + address.getKey() + " dev " + device + " " + address.getValue());
        Stream<String> deleted = there.stream()
                .filter(address -> !wanted.containsKey(address))
                .map(address -> "address delete " + address + " dev " + device);
        network.ipBatch(Stream.concat(added, deleted).toList());
    }

    private Set<String> there() {
        return Arrays.stream(network.read(Link[].class, "ip", "-json", "address", "show", "dev", device))
                .flatMap(link -> link.addresses().stream())
                .filter(address ->
                        !address.local().startsWith("fe80:") || address.local().equals(linkLocal))
                .map(address -> Prefix.written(address.local()) + "/" + address.length())
                .collect(Collectors.toSet());
    }

    /** A device as {@code ip} writes it. */
    private record Link(@Nullable @JsonProperty("addr_info") List<Address> known) {

        List<Address> addresses() {
            return known == null ? List.of() : known;
        }
    }

    private record Address(
            String local, @JsonProperty("prefixlen") int length) {}
}
