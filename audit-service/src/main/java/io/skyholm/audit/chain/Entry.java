package io.skyholm.audit.chain;

import java.time.Instant;

/**
 * What happened, at its place in its chain.
 *
 * @param sequence 1 for the first entry of the chain
 * @param previousHash the hash of the entry before it
 * @param hash of all of this and of the hash before it
 */
public record Entry(Occurrence what, Instant recordedAt, long sequence, String previousHash, String hash) {}
