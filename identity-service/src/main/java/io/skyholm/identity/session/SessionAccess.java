package io.skyholm.identity.session;

import static io.skyholm.events.access.Action.DELETE;
import static io.skyholm.events.access.Action.READ;
import static io.skyholm.events.access.ResourceType.SESSION;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sees and ends whose sessions; one's own need no permission. */
final class SessionAccess {

    private static final Permission SEE_OTHERS = new Permission(SESSION, READ);
    private static final Permission END_OTHERS = new Permission(SESSION, DELETE);

    private SessionAccess() {}

    /** The only user whose sessions the caller sees, unless they see all. */
    static @Nullable UUID only(Caller caller) {
        return caller.may(SEE_OTHERS) ? null : caller.id();
    }

    static boolean isVisible(Caller caller, UUID user) {
        return isOwn(caller, user) || caller.may(SEE_OTHERS);
    }

    /** Refuses who may see the sessions of that user and not end them. */
    static void checkMayEnd(Caller caller, UUID user) {
        if (!isOwn(caller, user) && !caller.may(END_OTHERS)) {
            throw SessionProblems.notYours();
        }
    }

    static boolean isOwn(Caller caller, UUID user) {
        return caller.id().equals(user);
    }
}
