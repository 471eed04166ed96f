package io.skyholm.identity.role;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import java.util.Set;
import java.util.UUID;

/** A role that somebody may be given, by those who hold all that it allows. */
public record Grantable(UUID id, String name, Set<Permission> permissions) {

    static Grantable of(BuiltInRole role) {
        return new Grantable(BuiltIns.id(role), role.name(), role.permissions());
    }

    /** Nobody gives away more than they hold. */
    public void checkGivenBy(Caller giver) {
        if (!giver.permissions().containsAll(permissions)) {
            throw RoleProblems.moreThanYouHold(name);
        }
    }
}
