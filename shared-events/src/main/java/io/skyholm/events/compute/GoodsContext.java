package io.skyholm.events.compute;

/** Who has something of an instance beside compute, and has to agree before it goes to another tenant. */
public enum GoodsContext {
    /** Floating addresses, which go along; ports are made anew. */
    NETWORK,
    /** The disk that it boots from, and those that are attached to it. */
    STORAGE
}
