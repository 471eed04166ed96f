package io.skyholm.identity.sshkey;

import static io.skyholm.events.access.Action.MANAGE;
import static io.skyholm.events.access.ResourceType.SSH_KEY;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who keeps whose SSH keys: everybody their own, and who manages them others' too. */
final class SshKeyAccess {

    private static final Permission KEEP_OTHERS = new Permission(SSH_KEY, MANAGE);

    private SshKeyAccess() {}

    static boolean keeps(Caller caller, UUID user) {
        return caller.id().equals(user) || caller.may(KEEP_OTHERS);
    }

    /** Hides keys that the caller does not keep. */
    static void checkKept(Caller caller, UUID user) {
        if (!keeps(caller, user)) {
            throw SshKeyProblems.notFound();
        }
    }

    /** The only user whose keys the caller keeps, unless they keep all. */
    static @Nullable UUID only(Caller caller) {
        return caller.may(KEEP_OTHERS) ? null : caller.id();
    }
}
