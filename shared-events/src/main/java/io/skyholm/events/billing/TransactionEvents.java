package io.skyholm.events.billing;

import io.skyholm.events.EventType;
import java.util.List;

/** The only event of a transaction's life. */
public final class TransactionEvents {

    public static final EventType<TransactionFact> POSTED =
            new EventType<>("billing.transaction.posted.v1", TransactionFact.class, "Money moved on a wallet.");

    public static final List<EventType<TransactionFact>> TYPES = List.of(POSTED);

    private TransactionEvents() {}
}
