package io.skyholm.storage.exchange;

/** Something for whose sake hosts read or write objects; its room stands above. */
public interface HostObjectUse {

    /** A select that answers with those of the objects {@code $1} that a host may read or write now. */
    String select();
}
