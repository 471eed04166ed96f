package io.skyholm.compute.quota;

/** What counts in limits now, by the rows of what holds it; its room stands above. */
public interface HeldCharges {

    /** A select of the sums, of one row, that count in a scope of a tenant; both ids are expressions. */
    String charges(String tenant, String scope);
}
