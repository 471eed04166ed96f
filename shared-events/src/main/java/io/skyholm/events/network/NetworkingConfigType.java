package io.skyholm.events.network;

/** What a document of the network settles; of each type one is active at most. */
public enum NetworkingConfigType {
    /** Name servers for VPCs that name none. */
    RESOLVERS,
    /** Time servers. */
    NTP,
    /** Routes beside the default one. */
    ROUTES,
    /** The size of packets. */
    MTU,
    /** By which instances reach the world. */
    PROXY
}
