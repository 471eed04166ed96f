package io.skyholm.events.billing;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a wallet's standing: each tells of a stage that begins, and the last of a change within one. */
public final class WalletStandingEvents {

    public static final EventType<WalletStandingFact> WARNED = new EventType<>(
            "billing.wallet-standing.warned.v1",
            WalletStandingFact.class,
            "A wallet is low, runs out soon, or has spent what its tenant wanted to be told of.");

    public static final EventType<WalletStandingFact> RESTRICTED = new EventType<>(
            "billing.wallet-standing.restricted.v1",
            WalletStandingFact.class,
            "A wallet is empty, or has spent a limit: nothing more is created or started for its tenant.");

    public static final EventType<WalletStandingFact> SUSPENDED = new EventType<>(
            "billing.wallet-standing.suspended.v1",
            WalletStandingFact.class,
            "A wallet has been empty for too long, or has spent a limit: what runs for its tenant is stopped.");

    public static final EventType<WalletStandingFact> CLEARED = new EventType<>(
            "billing.wallet-standing.cleared.v1",
            WalletStandingFact.class,
            "A wallet is enough again: whatever was stopped for it starts again.");

    public static final EventType<WalletStandingFact> CHANGED = new EventType<>(
            "billing.wallet-standing.changed.v1",
            WalletStandingFact.class,
            "Why a wallet has its standing changed, or how much is missing.");

    public static final List<EventType<WalletStandingFact>> TYPES =
            List.of(WARNED, RESTRICTED, SUSPENDED, CLEARED, CHANGED);

    private WalletStandingEvents() {}

    /** What is told when a stage begins. */
    public static EventType<WalletStandingFact> of(StandingStage begun) {
        return switch (begun) {
            case ACTIVE -> CLEARED;
            case WARNED -> WARNED;
            case RESTRICTED -> RESTRICTED;
            case SUSPENDED -> SUSPENDED;
        };
    }
}
