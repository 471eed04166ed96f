package io.skyholm.billing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** What an installation decides about its billing. */
@ConfigMapping(prefix = "skyholm.billing")
public interface BillingSettings {

    /** The ISO 4217 code of the currency in which new wallets are kept; those that are there keep theirs. */
    @WithDefault("EUR")
    String currency();

    /** Whether this is a platform on one machine, which begins with plans of its own. */
    @WithDefault("false")
    boolean local();

    /** Who invoices, and how. */
    Invoicing invoice();

    /** How long what runs goes on when its wallet is empty, before it is stopped. */
    @WithDefault("24h")
    Duration grace();

    /** How many transactions write to the ledger at the same time; a wallet is always written by the same one. */
    @WithDefault("4")
    int ledgerLanes();

    /** How many movements one transaction writes at the most. */
    @WithDefault("256")
    int ledgerBatch();

    /** How many movements may wait to be written; one more is refused. */
    @WithDefault("10000")
    int ledgerWaiting();

    /** Who stands on invoices as their issuer, and what they say of taxes. */
    interface Invoicing {

        /** Names the issuer's numbers: those of another one are counted for themselves. */
        @WithDefault("skyholm")
        String series();

        /** What stands before the number. */
        @WithDefault("SKY-")
        String prefix();

        @WithDefault("Skyholm")
        String issuerName();

        /** Its lines, separated by {@code |}. */
        Optional<String> issuerAddress();

        Optional<String> issuerTaxId();

        Optional<String> issuerEmail();

        /** What the tax is called. */
        @WithDefault("VAT")
        String taxName();

        /** Its rate in per cent; it is part of all prices. */
        @WithDefault("0")
        BigDecimal taxRate();

        /** Within how many days a top-up is to be paid. */
        @WithDefault("14")
        int dueDays();
    }
}
