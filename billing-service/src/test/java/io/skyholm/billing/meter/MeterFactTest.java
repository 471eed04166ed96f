package io.skyholm.billing.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.storage.BackupFact;
import io.skyholm.events.storage.BackupStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a backup is paid, by what a fact says of it. */
class MeterFactTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whatIsStoredOfABackupIsPaid() {
        assertThat(state(BackupStatus.AVAILABLE, 3, false)).isEqualTo(MeterState.bySize(1, AT, "BACKUP", 3));
    }

    @Test
    void aFactOfBeforeSaysThatAllIsStored() {
        assertThat(state(BackupStatus.AVAILABLE, null, null)).isEqualTo(MeterState.bySize(1, AT, "BACKUP", 100));
    }

    @Test
    void whatIsKeptForOthersIsPaidUntilItGoes() {
        assertThat(state(BackupStatus.DELETING, 3, true)).isEqualTo(MeterState.bySize(1, AT, "BACKUP", 3));
        assertThat(state(BackupStatus.DELETING, 3, false).isPaid()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = BackupStatus.class,
            names = {"CREATING", "ERROR", "DELETED"})
    void whatIsNotThereIsNot(BackupStatus status) {
        assertThat(state(status, 3, false).isPaid()).isFalse();
    }

    private static MeterState state(BackupStatus status, @Nullable Integer storedGb, @Nullable Boolean keptForOthers) {
        return MeterFact.of(new BackupFact(
                        UUID.randomUUID(),
                        1,
                        UUID.randomUUID(),
                        null,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        null,
                        "nightly",
                        null,
                        100,
                        storedGb,
                        null,
                        null,
                        status,
                        null,
                        keptForOthers,
                        null,
                        List.of(),
                        AT,
                        AT,
                        null,
                        null,
                        null))
                .state();
    }
}
