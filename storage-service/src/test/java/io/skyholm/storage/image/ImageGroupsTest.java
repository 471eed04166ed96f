package io.skyholm.storage.image;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.GroupRows;
import io.skyholm.storage.Fresh;
import org.junit.jupiter.api.Test;

/** An image of a group is for its members, its owner and who manages images. */
@QuarkusTest
class ImageGroupsTest {

    private final GroupRows rows = new GroupRows("/v1/images", () -> Fresh.image("Web"));

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
