package io.skyholm.compute.wallet;

/** What is on its way to run, so that billing holds nothing for it yet; its room stands above. */
public interface StartingCost {

    /** A select of one number: what an hour costs of all that a tenant has so; its id is an expression. */
    String startingCost(String tenant);
}
