package io.skyholm.agent.network.host;

/**
 * Two devices of which each gets what the other sends: one of a host, and one of a namespace beside it.
 *
 * @param outer the name of the one on the host
 * @param inner the name of the other
 */
public record VethPair(HostNetwork host, String outer, String namespace, String inner) {

    /** Makes it, unless it is there. */
    public void make() {
        if (host.device(outer).isEmpty()) {
            host.ip("link", "add", "name", outer, "type", "veth", "peer", "name", inner, "netns", namespace);
        }
    }

    /** Makes it, unless it is there, as a port of that bridge of the host. */
    public void makeAt(String bridge) {
        make();
        host.ip("link", "set", "dev", outer, "master", bridge, "up");
    }
}
