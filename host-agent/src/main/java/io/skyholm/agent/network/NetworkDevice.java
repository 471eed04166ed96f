package io.skyholm.agent.network;

/**
 * A network device of a host.
 *
 * @param alias what whoever made it has noted with it; empty where nobody has
 * @param received as the host counts it, in bytes
 */
record NetworkDevice(String name, String alias, long received, long sent) {}
