package io.skyholm.identity.keycloak;

import java.util.Set;
import java.util.UUID;

/** Others still have there the name or the address that this user has here. */
public final class DirectoryConflict extends RuntimeException {

    private final transient Set<UUID> holders;

    DirectoryConflict(Set<UUID> holders, Throwable cause) {
        super("The directory still gives the name or the address to " + holders, cause);
        this.holders = holders;
    }

    /** Who has them there. */
    public Set<UUID> holders() {
        return holders;
    }
}
