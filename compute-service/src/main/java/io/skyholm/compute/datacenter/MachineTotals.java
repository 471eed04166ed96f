package io.skyholm.compute.datacenter;

/** The machines of data centres and pools as those count them; the room of machines stands above and knows their table. */
public interface MachineTotals {

    /** A select of {@link CapacityTotals} over the machines of the data centre whose id that expression is. */
    String ofDataCenter(String id);

    /** The same of a pool. */
    String ofPool(String id);
}
