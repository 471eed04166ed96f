package io.skyholm.identity.keycloak;

import java.util.Set;
import java.util.UUID;

/** Others still have there the name or the address that this user has here. */
public final class TakenInDirectory extends RuntimeException {

    private final transient Set<UUID> holders;

    TakenInDirectory(Set<UUID> holders, Throwable cause) {
        super("The directory still gives the name or the address to " + holders, cause);
        this.holders = holders;
    }

    /** Who has them there. */
    public Set<UUID> holders() {
        return holders;
    }
}
