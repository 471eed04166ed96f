package io.skyholm.network.subnet;

/** Something that lies in subnets, which therefore cannot be deleted; every bean of this type counts. */
public interface SubnetContent {

    /** A select that answers with a row for each that is in the subnet {@code $1}. */
    String select();
}
