package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Comparator;
import java.util.UUID;

/** A role that somebody holds for a project alone: for what belongs to the members of a user group and of those below it. */
public record LimitedRole(
        @JsonPropertyDescription("The name of a role, built in or the tenant's own.")
        String role,

        @JsonPropertyDescription("The user group that is the project.")
        UUID groupId)
        implements Comparable<LimitedRole> {

    private static final Comparator<LimitedRole> ORDER =
            Comparator.comparing(LimitedRole::role).thenComparing(LimitedRole::groupId);

    @Override
    public int compareTo(LimitedRole other) {
        return ORDER.compare(this, other);
    }
}
