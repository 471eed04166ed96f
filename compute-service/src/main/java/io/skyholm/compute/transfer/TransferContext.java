package io.skyholm.compute.transfer;

/** A context that has something of an instance, and has to agree before that goes to another tenant. */
enum TransferContext {
    /** Ports, which are given back, and floating addresses, which go along. */
    NETWORK,
    /** The disk that it boots from, and those that are attached to it. */
    STORAGE
}
