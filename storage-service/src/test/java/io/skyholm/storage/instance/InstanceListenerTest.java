package io.skyholm.storage.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.EventJson;
import io.skyholm.events.compute.InstanceFact;
import org.junit.jupiter.api.Test;

/** What a fact says of an instance's boot disk, by itself. */
class InstanceListenerTest {

    private static final String VERSION = "\"imageVersionId\": \"0198c3a1-7d00-7000-8000-000000000003\"";
    private static final String MACHINE = "\"computeMachineId\": \"0198c3a1-7d00-7000-8000-000000000004\"";

    @Test
    void factSaysWhetherABootDiskIsHeldWhateverElseItSays() {
        assertThat(holds("DELETING", "\"bootDiskWanted\": false, \"bootDiskHeld\": true"))
                .isTrue();
        assertThat(holds("RUNNING", MACHINE + ", " + VERSION + ", \"bootDiskHeld\": false"))
                .isFalse();
    }

    @Test
    void ofWhatAnOlderPublisherToldItMayBeHeldOnceTheInstanceHasBeenAnywhere() {
        assertThat(holds("DELETING", VERSION)).isTrue();
        assertThat(holds("CREATING", MACHINE + ", " + VERSION)).isTrue();
        assertThat(holds("CREATING", VERSION)).isFalse();
        assertThat(holds("RUNNING", MACHINE)).isFalse();
    }

    private static boolean holds(String status, String more) {
        return InstanceListener.holdsBootDisk(EventJson.read("""
                {"id": "0198c3a1-7d00-7000-8000-000000000001", "generation": 1, "name": "web", "status": "%s",
                "tenantId": "0198c3a1-7d00-7000-8000-000000000002", "userId": "0198c3a1-7d00-7000-8000-000000000005",
                "cpuCores": 1, "memoryGb": 1, "storageGb": 10, "gpuCount": 0, "networkWanted": false, "networks": [],
                "createdAt": "2026-02-01T12:00:00Z", "updatedAt": "2026-02-01T12:00:00Z", %s}""".formatted(status, more), InstanceFact.class));
    }
}
