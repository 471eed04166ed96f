package io.skyholm.network.place;

import io.skyholm.runtime.problem.Conflicts;

/** What can go wrong with places. */
final class PlaceProblems {

    /** What its unique indexes refuse. */
    static final Conflicts CONFLICTS = Conflicts.of(
                    "place_name", "PLACE_NAME_TAKEN", "Another place has this name; choose another")
            .or("place_subnet", "SUBNET_HAS_A_PLACE", "The subnet serves another place; a subnet serves one");

    private PlaceProblems() {}
}
