package io.skyholm.billing.ledger;

import org.jspecify.annotations.Nullable;

/** What came of a command: a transaction, a hold, or why there is none. */
record Outcome(
        @Nullable Transaction transaction,
        @Nullable Hold hold,
        @Nullable Throwable failure) {

    static Outcome of(Transaction transaction) {
        return new Outcome(transaction, null, null);
    }

    static Outcome of(Hold hold) {
        return new Outcome(null, hold, null);
    }

    static Outcome failed(Throwable failure) {
        return new Outcome(null, null, failure);
    }
}
