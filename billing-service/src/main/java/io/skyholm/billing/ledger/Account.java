package io.skyholm.billing.ledger;

import io.skyholm.events.billing.TransactionType;

/** The accounts of the ledger. What one side gains the other loses: the postings of a transaction sum to zero. */
public enum Account {
    /** What the platform owes the tenant. */
    WALLET,
    /** What was paid in. */
    FUNDS,
    /** What was earned. */
    REVENUE,
    /** What was corrected by hand. */
    ADJUSTMENTS;

    /** The platform's side of a movement. */
    static Account against(TransactionType type) {
        return switch (type) {
            case DEPOSIT -> FUNDS;
            case CHARGE, REFUND -> REVENUE;
            case ADJUSTMENT -> ADJUSTMENTS;
        };
    }
}
