package io.skyholm.events.identity;

/** What became of an operator's request to work in a tenant. */
public enum AccessGrantStatus {
    /** Nobody of the tenant has answered yet. */
    REQUESTED,
    /** The tenant consented: the operator may use it until it expires. */
    ACTIVE,
    /** The tenant did not consent. */
    REFUSED,
    /** The tenant or the operator ended it, before or after the consent. */
    WITHDRAWN,
    /** Nobody answered in time, or the time that was consented to is over. */
    EXPIRED;

    /** Whether it may still become or stay of use. */
    public boolean isOpen() {
        return this == REQUESTED || this == ACTIVE;
    }
}
