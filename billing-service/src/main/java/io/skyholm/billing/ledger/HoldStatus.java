package io.skyholm.billing.ledger;

/** How it stands with a hold. */
public enum HoldStatus {
    /** It keeps its amount from being spent otherwise. */
    OPEN,
    /** It became a charge. */
    CAPTURED,
    /** It came to nothing, and its amount can be spent again. */
    VOIDED
}
