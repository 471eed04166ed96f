package io.skyholm.identity.apikey;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sees which keys, and how much a key of theirs may allow. */
final class KeyAccess {

    private static final Permission MANAGE = new Permission(ResourceType.API_KEY, Action.MANAGE);

    private KeyAccess() {}

    /** What a new key allows; a key that was made with a narrow key is no wider. */
    static @Nullable Set<Permission> allowed(Caller caller, @Nullable Set<Permission> wanted) {
        if (caller.credential().kind() == Credential.Kind.SERVICE_ACCOUNT) {
            throw ApiKeyProblems.ofPeopleOnly();
        }
        if (wanted == null) {
            return caller.credential().kind() == Credential.Kind.API_KEY ? caller.permissions() : null;
        }
        if (!caller.permissions().containsAll(wanted)) {
            throw ApiKeyProblems.moreThanYouMay();
        }
        return wanted;
    }

    /** Hides the keys of a user from callers who neither are that user nor manage keys. */
    static void checkVisible(Caller caller, UUID owner) {
        if (!caller.id().equals(owner) && !caller.may(MANAGE)) {
            throw ApiKeyProblems.notFound();
        }
    }

    /** Whether the caller sees the keys of all users. */
    static boolean seesAll(Caller caller) {
        return caller.may(MANAGE);
    }

    /** The same filter, for no other keys than those that the caller sees. */
    static ApiKeyFilter visible(Caller caller, ApiKeyFilter filter) {
        return seesAll(caller) ? filter : new ApiKeyFilter(caller.id(), filter.active());
    }
}
