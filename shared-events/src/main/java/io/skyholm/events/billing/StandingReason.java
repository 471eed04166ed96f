package io.skyholm.events.billing;

/** Why a tenant's standing is as it is. */
public enum StandingReason {
    BALANCE_LOW,
    RUNS_OUT_SOON,
    WALLET_EMPTY,
    WARN_LIMIT,
    REFUSE_LIMIT,
    STOP_LIMIT
}
