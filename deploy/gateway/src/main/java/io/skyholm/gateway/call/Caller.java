package io.skyholm.gateway.call;

import java.util.Optional;

/**
 * Whom a request is counted for. Behind one address there may be many, so a valid token counts for its user and tenant,
 * and the address counts only for who brings none.
 *
 * @param user the user's id, for a stranger the address
 * @param tenant the tenant's id, for a stranger the address
 * @param key for a stranger with an API key what stands for that key: whose it is, the door cannot know
 * @param site for a stranger from IPv6 the wider block, of which one subscriber may have all addresses
 */
public record Caller(boolean isKnown, String user, String tenant, Optional<String> key, Optional<String> site) {

    /** How many times the share of an address a site has. */
    public static final int SITE_SHARES = 4;

    static Caller stranger(String address, Optional<String> key) {
        String counted = ClientAddresses.counted(address);
        return new Caller(false, counted, counted, key, ClientAddresses.countedWider(address));
    }

    static Caller user(String id, String tenant) {
        return new Caller(true, "user " + id, "tenant " + tenant, Optional.empty(), Optional.empty());
    }

    /**
     * For whom counts what lasts. A key says more than the many addresses from which it may be used; made-up ones are refused
     * before anything lasts.
     */
    public String holder() {
        return key.orElse(tenant);
    }
}
