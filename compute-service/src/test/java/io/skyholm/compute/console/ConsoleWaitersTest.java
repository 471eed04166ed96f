package io.skyholm.compute.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsoleWaitersTest {

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void oneTenantDoesNotTakeAllPlaces() {
        ConsoleWaiters waiters = new ConsoleWaiters(3, 2);
        assertThat(waiters.enter(one)).isTrue();
        assertThat(waiters.enter(one)).isTrue();
        assertThat(waiters.enter(one)).isFalse();
        assertThat(waiters.enter(other)).isTrue();
        assertThat(waiters.enter(other)).as("all places are taken").isFalse();
    }

    @Test
    void whoLeavesMakesRoom() {
        ConsoleWaiters waiters = new ConsoleWaiters(1, 1);
        assertThat(waiters.enter(one)).isTrue();
        waiters.leave(one);
        assertThat(waiters.enter(other)).isTrue();
        waiters.leave(other);
        assertThat(waiters.enter(one)).isTrue();
    }
}
