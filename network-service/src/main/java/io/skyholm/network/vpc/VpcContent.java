package io.skyholm.network.vpc;

/** Something that lies in VPCs, which therefore cannot be deleted; its room stands above. */
public interface VpcContent {

    /** A select that answers with a row for each that is in the VPC {@code $1}. */
    String select();
}
