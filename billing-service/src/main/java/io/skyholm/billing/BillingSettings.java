package io.skyholm.billing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installation decides about its billing. */
@ConfigMapping(prefix = "skyholm.billing")
public interface BillingSettings {

    /** The ISO 4217 code of the currency in which new wallets are kept; those that are there keep theirs. */
    @WithDefault("EUR")
    String currency();

    /** Whether this is a platform on one machine, which begins with plans of its own. */
    @WithDefault("false")
    boolean local();

    /** How many transactions write to the ledger at the same time; a wallet is always written by the same one. */
    @WithDefault("4")
    int ledgerLanes();

    /** How many movements one transaction writes at the most. */
    @WithDefault("256")
    int ledgerBatch();

    /** How many movements may wait to be written; one more is refused. */
    @WithDefault("10000")
    int ledgerWaiting();
}
