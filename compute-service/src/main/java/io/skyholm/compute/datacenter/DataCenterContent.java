package io.skyholm.compute.datacenter;

/** Something that stands in data centres, which therefore cannot be deleted; every bean of this type counts. */
public interface DataCenterContent {

    /** A select that answers with a row for each that is in the data centre {@code $1}. */
    String select();
}
