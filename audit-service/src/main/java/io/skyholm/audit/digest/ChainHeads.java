package io.skyholm.audit.digest;

/** Where chains end at present; the room that records entries stands above and implements it. */
public interface ChainHeads {

    /** A select of all of them, of the columns {@code chain_id}, {@code tenant_id}, {@code sequence} and {@code hash}. */
    String select();
}
