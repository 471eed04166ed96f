package io.skyholm.events.billing;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a wallet's life. */
public final class WalletEvents {

    public static final EventType<WalletFact> CREATED =
            new EventType<>("billing.wallet.created.v1", WalletFact.class, "A tenant was given its wallet.");

    public static final EventType<WalletFact> CHANGED = new EventType<>(
            "billing.wallet.changed.v1",
            WalletFact.class,
            "A wallet's balance changed, or what is held of it; several movements at once are told together.");

    public static final List<EventType<WalletFact>> TYPES = List.of(CREATED, CHANGED);

    private WalletEvents() {}
}
