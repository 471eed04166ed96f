package io.skyholm.identity.user;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.access.Caller;
import java.util.Set;
import java.util.stream.Stream;

/** Who may give which role: nobody gives away more than they hold. */
final class Grants {

    private Grants() {}

    static void check(Caller giver, Set<String> roles) {
        for (String name : roles) {
            BuiltInRole role = Stream.of(BuiltInRole.values())
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> UserProblems.unknownRole(name));
            if (!giver.permissions().containsAll(role.permissions())) {
                throw UserProblems.moreThanYouHold(name);
            }
        }
    }
}
