package io.skyholm.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredDisk;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a host is told of a disk that it brings back. */
class AbsentDiskTest {

    @Test
    void aDiskThatIsBroughtBackIsRemovedAndNeverMadeAnew() {
        DisksOnHosts.AbsentDisk disk = new DisksOnHosts.AbsentDisk(UUID.randomUUID(), UUID.randomUUID(), 7, 20);
        assertThat(disk.absence()).isEqualTo(new DesiredDisk(disk.id(), 7, false, true, null, 20, null, null));
    }
}
