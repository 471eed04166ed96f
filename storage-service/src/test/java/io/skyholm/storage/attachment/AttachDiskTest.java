package io.skyholm.storage.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.storage.AttachmentDevice;
import io.skyholm.events.storage.MountMode;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** As what an instance gets a disk. */
class AttachDiskTest {

    @Test
    void anIsoIsReadInTheDrive() {
        AttachDisk command = attach(null, MountMode.RO, true);
        assertThat(command.device(true)).isEqualTo(AttachmentDevice.CDROM);
        assertThat(command.path()).isEqualTo(AttachDisk.DRIVE);
        Refused.forField("mountPath", () -> attach("/srv", MountMode.RO, null).device(true));
        Refused.forField("mountMode", () -> attach(null, MountMode.RW, null).device(true));
    }

    @Test
    void anythingElseIsADiskAtItsPath() {
        AttachDisk command = attach("/srv", MountMode.RO, null);
        assertThat(command.device(false)).isEqualTo(AttachmentDevice.DISK);
        assertThat(command.path()).isEqualTo("/srv");
        Refused.forField("mountPath", () -> attach(null, MountMode.RO, null).device(false));
        Refused.forField("bootsFirst", () -> attach("/srv", MountMode.RW, false).device(false));
    }

    private static AttachDisk attach(@Nullable String path, MountMode mode, @Nullable Boolean bootsFirst) {
        return new AttachDisk(UUID.randomUUID(), path, mode, bootsFirst);
    }
}
