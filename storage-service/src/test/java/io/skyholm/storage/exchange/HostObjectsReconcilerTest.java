package io.skyholm.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.storage.object.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What hosts are left to read, and what goes. */
class HostObjectsReconcilerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final UUID needed = UUID.randomUUID();
    private final UUID old = UUID.randomUUID();
    private final UUID young = UUID.randomUUID();

    @Test
    void onlyWhatIsOldAndWhatNoHostReadsOrWritesGoes() {
        List<StoredObject> found =
                List.of(seen(needed, HOUR.multipliedBy(9)), seen(old, HOUR), seen(young, Duration.ZERO));
        assertThat(HostObjectsReconciler.unneeded(found, Set.of(needed), NOW.minus(HOUR.dividedBy(2))))
                .containsExactly(old);
    }

    private static StoredObject seen(UUID id, Duration age) {
        return new StoredObject(id, 1, true, NOW.minus(age));
    }
}
