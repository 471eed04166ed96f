package io.skyholm.compute.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What many instances are told to do at once. */
class ActOnInstancesTest {

    private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-0000-0000-000000000002");

    /** Two selections that took the same instances in other orders would wait for each other. */
    @Test
    void eachIsTakenOnceAndInTheOrderOfItsId() {
        assertThat(new ActOnInstances(BulkAction.STOP, List.of(SECOND, FIRST, SECOND)).ids())
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void atLeastOneAndAtMostAHundredAreTold() {
        assertThat(Constraints.brokenBy(new ActOnInstances(BulkAction.STOP, List.of())))
                .containsExactly("instanceIds");
        assertThat(Constraints.brokenBy(new ActOnInstances(BulkAction.STOP, fresh(101))))
                .containsExactly("instanceIds");
        assertThat(Constraints.brokenBy(new ActOnInstances(BulkAction.STOP, fresh(100))))
                .isEmpty();
    }

    private static List<UUID> fresh(int many) {
        return Stream.generate(UUID::randomUUID).limit(many).toList();
    }
}
