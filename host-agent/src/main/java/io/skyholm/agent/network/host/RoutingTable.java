package io.skyholm.agent.network.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Routes of one family: those of a table, or those of the main one by one device.
 *
 * @param place as {@code ip} is told of it, such as {@code table 100} or {@code dev eth1}
 */
public record RoutingTable(HostNetwork network, boolean isSix, String place) {

    /** Has it have these and no others: to where, and how. What the kernel has made by itself stays. */
    public void match(Map<String, String> wanted) {
        network.ipBatch(
                isSix,
                wanted.entrySet().stream()
                        .map(route -> "route replace " + route.getKey() + " " + route.getValue() + " " + place)
                        .toList());
        network.ipBatch(
                isSix,
                Arrays.stream(network.read(Route[].class, show()))
                        .filter(route -> !"kernel".equals(route.protocol()))
                        .map(Route::destination)
                        .filter(former -> !wanted.containsKey(whole(former)))
                        .map(former -> "route delete " + former + " " + place)
                        .toList());
    }

    private String[] show() {
        return ("ip -json " + HostNetwork.family(isSix) + " route show " + place).split(" ", -1);
    }

    /** As it is written here. */
    private String whole(String destination) {
        String everything = isSix ? "::/0" : "0.0.0.0/0";
        return Prefix.read(destination.equals("default") ? everything : destination)
                .map(Prefix::network)
                .orElse(destination);
    }

    /** A route as {@code ip} writes it. */
    private record Route(
            @JsonProperty("dst") String destination,
            @Nullable String protocol) {}
}
