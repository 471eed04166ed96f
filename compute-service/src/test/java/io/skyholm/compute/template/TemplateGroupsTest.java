package io.skyholm.compute.template;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.runtime.testing.fixtures.GroupRows;
import org.junit.jupiter.api.Test;

/** A template of a group is for its members, its owner and who manages templates. */
@QuarkusTest
class TemplateGroupsTest {

    private final GroupRows rows = new GroupRows("/v1/templates", () -> Fresh.template("Web"));

    @Test
    void membersSeeItFromTheirJoiningToTheirLeavingUntilItIsForAll() {
        rows.areSeenFromJoiningToLeavingUntilTheyAreForAll();
    }

    @Test
    void groupIsOneOfTheSameTenant() {
        rows.areOfAGroupOfTheSameTenant();
    }

    @Test
    void groupIsOneThatItsMakerWorksIn() {
        rows.areOfAGroupThatTheirMakerWorksIn();
    }
}
