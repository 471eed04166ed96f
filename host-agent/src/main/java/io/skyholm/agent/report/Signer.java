package io.skyholm.agent.report;

/** Proves that a report is this host's. */
@FunctionalInterface
public interface Signer {

    /** The signature over these bytes. */
    byte[] sign(byte[] report);
}
