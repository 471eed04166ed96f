package io.skyholm.events.billing;

/** What moves money on a wallet. */
public enum TransactionType {
    DEPOSIT,
    CHARGE,
    REFUND,
    ADJUSTMENT
}
