package io.skyholm.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToldRefusalsTest {

    private static final int OF_USER = 60;
    private static final int OF_TENANT = 300;

    private final UUID user = UUID.randomUUID();
    private final UUID tenant = UUID.randomUUID();
    private long now;
    private final ToldRefusals told = new ToldRefusals(() -> now);

    @Test
    void ofOneUserSoManyAreToldInAMinute() {
        assertThat(toldOf(user, 10 * OF_USER)).isEqualTo(OF_USER);
        assertThat(toldOf(UUID.randomUUID(), 1)).isOne();

        now += Duration.ofMinutes(1).toNanos();
        assertThat(toldOf(user, 10 * OF_USER)).isEqualTo(OF_USER);
    }

    @Test
    void manyUsersOfOneTenantDoNotGetAroundIt() {
        long all = IntStream.range(0, 100)
                .mapToLong(number -> toldOf(UUID.randomUUID(), OF_USER))
                .sum();

        assertThat(all).isEqualTo(OF_TENANT);
        assertThat(told.admits(UUID.randomUUID(), UUID.randomUUID())).isTrue();
    }

    private long toldOf(UUID someone, int calls) {
        return IntStream.range(0, calls)
                .filter(call -> told.admits(someone, tenant))
                .count();
    }
}
