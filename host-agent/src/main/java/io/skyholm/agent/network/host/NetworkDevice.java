package io.skyholm.agent.network.host;

/**
 * A network device of a host.
 *
 * @param alias what whoever made it has noted with it; empty where nobody has
 * @param received as the host counts it, in bytes
 */
public record NetworkDevice(String name, String alias, long received, long sent) {}
