package io.skyholm.storage.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.compute.InstanceStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows for its disks from what compute has told of an instance. */
class KnownInstanceTest {

    private static final UUID MACHINE = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(InstanceStatus.class)
    void onlyWhatIsDeletedOrOnNoMachineHasNoPlace(InstanceStatus status) {
        boolean leaves = status == InstanceStatus.DELETING || status == InstanceStatus.DELETED;
        assertThat(instance(status, MACHINE, false).hasNoPlace()).isEqualTo(leaves);
        assertThat(instance(status, null, false).hasNoPlace()).isTrue();
    }

    @Test
    void oneThatIsBeingDeletedKeepsItsBootDiskUntilComputeLetsItGo() {
        assertThat(instance(InstanceStatus.DELETING, MACHINE, true).wantsBootDisk())
                .isTrue();
        assertThat(instance(InstanceStatus.DELETING, MACHINE, false).wantsBootDisk())
                .isFalse();
        assertThat(instance(InstanceStatus.DELETED, MACHINE, true).wantsBootDisk())
                .isFalse();
    }

    private static KnownInstance instance(InstanceStatus status, @Nullable UUID machine, boolean bootDiskWanted) {
        return new KnownInstance(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                status,
                10,
                machine,
                null,
                null,
                bootDiskWanted,
                bootDiskWanted,
                1,
                false);
    }
}
