package io.skyholm.gateway.call;

/**
 * Whom a request is counted for. Behind one address there may be many, so a valid token counts for its user and tenant,
 * and the address counts only for who brings none.
 *
 * @param user the user's id, for a stranger the address
 * @param tenant the tenant's id, for a stranger the address
 */
public record Caller(boolean isKnown, String user, String tenant) {

    static Caller stranger(String addressBlock) {
        return new Caller(false, addressBlock, addressBlock);
    }

    static Caller user(String id, String tenant) {
        return new Caller(true, "user " + id, "tenant " + tenant);
    }
}
