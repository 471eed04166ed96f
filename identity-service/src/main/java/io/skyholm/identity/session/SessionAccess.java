package io.skyholm.identity.session;

import static io.skyholm.events.access.Action.DELETE;
import static io.skyholm.events.access.Action.READ;
import static io.skyholm.events.access.ResourceType.SESSION;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sees and ends whose sessions; one's own need no permission of whoever has logged in. */
final class SessionAccess {

    private static final Permission SEE = new Permission(SESSION, READ);
    private static final Permission END = new Permission(SESSION, DELETE);

    private SessionAccess() {}

    /** Refuses a key to see sessions that does not say so: it is for a part of what its owner may, and their addresses are none of it. */
    static void checkSees(Caller caller) {
        requireOfKeys(caller, SEE);
    }

    /** As {@link #checkSees}, to end sessions: with a key that leaks, its owner could be kept logged out. */
    static void checkEnds(Caller caller) {
        requireOfKeys(caller, END);
    }

    private static void requireOfKeys(Caller caller, Permission permission) {
        if (caller.credential().kind() != Credential.Kind.SESSION) {
            caller.require(permission);
        }
    }

    /** The only user whose sessions the caller sees, unless they see all. */
    static @Nullable UUID only(Caller caller) {
        return caller.may(SEE) ? null : caller.id();
    }

    static boolean isVisible(Caller caller, UUID user) {
        return isOwn(caller, user) || caller.may(SEE);
    }

    /** Refuses who may see the sessions of that user and not end them. */
    static void checkMayEnd(Caller caller, UUID user) {
        if (!isOwn(caller, user) && !caller.may(END)) {
            throw SessionProblems.notYours();
        }
    }

    static boolean isOwn(Caller caller, UUID user) {
        return caller.id().equals(user);
    }
}
