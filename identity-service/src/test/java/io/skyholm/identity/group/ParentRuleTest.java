package io.skyholm.identity.group;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a group may stand. */
class ParentRuleTest {

    private static final UUID GROUP = UUID.randomUUID();

    @Test
    void groupStandsWithinAnother() {
        assertThatCode(() -> ParentRule.check(GROUP, List.of(UUID.randomUUID()), 1))
                .doesNotThrowAnyException();
    }

    @Test
    void parentThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> ParentRule.check(GROUP, List.of(), 1)).hasMessageContaining("parentGroupId");
    }

    @Test
    void groupIsNotWithinItself() {
        assertThatThrownBy(() -> ParentRule.check(GROUP, List.of(UUID.randomUUID(), GROUP), 1))
                .hasMessageContaining("within itself");
    }

    @Test
    void treeIsOnlySoDeep() {
        List<UUID> above =
                Stream.generate(UUID::randomUUID).limit(ParentRule.DEEPEST - 2).toList();
        assertThatCode(() -> ParentRule.check(GROUP, above, 2)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ParentRule.check(GROUP, above, 3)).hasMessageContaining("at most 16 deep");
    }
}
