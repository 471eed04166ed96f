package io.skyholm.identity.group;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a group may stand. */
class PlaceTest {

    private static final UUID GROUP = UUID.randomUUID();

    @Test
    void groupStandsWithinAnother() {
        assertThatCode(() -> Place.check(GROUP, List.of(UUID.randomUUID()), 1)).doesNotThrowAnyException();
    }

    @Test
    void parentThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Place.check(GROUP, List.of(), 1)).hasMessageContaining("parentGroupId");
    }

    @Test
    void groupIsNotWithinItself() {
        assertThatThrownBy(() -> Place.check(GROUP, List.of(UUID.randomUUID(), GROUP), 1))
                .hasMessageContaining("within itself");
    }

    @Test
    void treeIsOnlySoDeep() {
        List<UUID> above =
                Stream.generate(UUID::randomUUID).limit(Place.DEEPEST - 2).toList();
        assertThatCode(() -> Place.check(GROUP, above, 2)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Place.check(GROUP, above, 3)).hasMessageContaining("at most 16 deep");
    }
}
