package io.skyholm.runtime.testing;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import java.util.Set;
import java.util.UUID;

/** Callers as use cases see them, for tests of what they decide. */
public final class TestCallers {

    private TestCallers() {}

    /** Somebody with that role, in a tenant of which nothing else is known. */
    public static Caller as(BuiltInRole role) {
        return in(UUID.randomUUID(), role);
    }

    /** Somebody with that role in that tenant. */
    public static Caller in(UUID tenant, BuiltInRole role) {
        return new Caller(
                UUID.randomUUID(),
                "ada",
                tenant,
                Set.of(role.name()),
                role.permissions(),
                false,
                new Credential(Credential.Kind.SESSION, null));
    }
}
