package io.skyholm.agent.network;

import java.util.Optional;

/**
 * How a host is connected.
 *
 * @param namespace in which its machines have their network; absent where that is the machine's own
 * @param underlay the device through which hosts reach each other; absent where no network has more than one host
 * @param uplink the operator's network; absent where guests reach no outside
 */
public record NetworkSettings(Optional<String> namespace, Optional<String> underlay, Optional<Uplink> uplink) {

    /** One without any outside. */
    public NetworkSettings(Optional<String> namespace, Optional<String> underlay) {
        this(namespace, underlay, Optional.empty());
    }

    /** With which the names of the host's other namespaces begin. */
    String name() {
        return namespace.orElse("skyholm");
    }

    /** The machine's own network, and no other host. */
    public static final NetworkSettings ALONE = new NetworkSettings(Optional.empty(), Optional.empty());
}
