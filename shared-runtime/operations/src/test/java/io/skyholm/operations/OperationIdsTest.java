package io.skyholm.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.operation.OperationEvents;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An operation's id says whose it is. */
class OperationIdsTest {

    private static final int MANY = 10_000;

    @Test
    void everyIdBearsTheMarkAndIsAUuidOfVersion7() {
        OperationIds next = new OperationIds(new SomeService());
        Set<UUID> ids = new HashSet<>();
        for (int one = 0; one < MANY; one++) {
            UUID id = next.next();
            assertThat(id.toString()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]c0-[0-9a-f]{12}");
            ids.add(id);
        }
        assertThat(ids).hasSize(MANY);
    }

    private static final class SomeService implements OperationContract {

        @Override
        public int mark() {
            return 0xc0;
        }

        @Override
        public OperationEvents events() {
            return OperationEvents.COMPUTE;
        }
    }
}
