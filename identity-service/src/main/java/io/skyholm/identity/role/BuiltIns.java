package io.skyholm.identity.role;

import io.skyholm.events.access.BuiltInRole;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The built-in roles, and the rows that stand for them: their ids are the same on every platform. */
public final class BuiltIns {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private BuiltIns() {}

    /** The id of that role's row. */
    public static UUID id(BuiltInRole role) {
        return new UUID(VERSION_7, VARIANT + number(role));
    }

    private static int number(BuiltInRole role) {
        return switch (role) {
            case ADMIN -> 1;
            case TENANT_ADMIN -> 2;
            case OPERATOR -> 3;
            case USER -> 4;
        };
    }

    static Optional<BuiltInRole> of(UUID id) {
        return Stream.of(BuiltInRole.values())
                .filter(role -> id(role).equals(id))
                .findFirst();
    }

    static Optional<BuiltInRole> named(String name) {
        return Stream.of(BuiltInRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    /** Whether the name is one of theirs, in whatever case: nobody shall take the one for the other. */
    static boolean own(String name) {
        return Stream.of(BuiltInRole.values()).anyMatch(role -> role.name().equalsIgnoreCase(name));
    }
}
