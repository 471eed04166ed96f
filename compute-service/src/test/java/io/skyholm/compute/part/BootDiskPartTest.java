package io.skyholm.compute.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.part.Part.Progress;
import io.skyholm.compute.part.Part.Purpose;
import io.skyholm.compute.part.Part.Report;
import io.skyholm.events.EventJson;
import io.skyholm.events.storage.BootDiskStatus;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What compute makes of what storage says of a boot disk. */
class BootDiskPartTest {

    private static final UUID MACHINE = UUID.randomUUID();
    private static final UUID DISK = UUID.randomUUID();
    private static final Purpose HERE = new Purpose(MACHINE, 2, 20);

    private final BootDiskPart part = new BootDiskPart();

    @ParameterizedTest
    @CsvSource({"WAITING, PENDING", "RELEASING, PENDING", "READY, READY", "FAILED, FAILED", "RELEASED, RELEASED"})
    void everyStatusSaysHowFarThePartIs(BootDiskStatus status, Progress progress) {
        assertThat(read(status).progress()).isEqualTo(progress);
    }

    @Test
    void instanceThatBootsFromNoVersionNeedsNone() {
        assertThat(part.isNeeded(null)).isFalse();
        assertThat(part.isNeeded(UUID.randomUUID())).isTrue();
        assertThat(new NetworkPart().isNeeded(null)).isTrue();
    }

    @Test
    void beforeStorageHasSaidAnythingItIsPending() {
        assertThat(part.read(null)).isEqualTo(Report.NONE);
    }

    @Test
    void itIsReadyForItsMachineItsBuildAndItsSizeAlone() {
        Report report = read(BootDiskStatus.READY);
        assertThat(report.isReadyFor(HERE)).isTrue();
        assertThat(report.isReadyFor(new Purpose(UUID.randomUUID(), 2, 20))).isFalse();
        assertThat(report.isReadyFor(new Purpose(null, 2, 20))).isFalse();
        assertThat(report.isReadyFor(new Purpose(MACHINE, 3, 20))).isFalse();
        assertThat(report.isReadyFor(new Purpose(MACHINE, 2, 30))).isFalse();
        assertThat(report.attachments()).containsExactly(DISK);
    }

    @Test
    void whatFailedBeforeIsNoFailureOfWhatIsWantedNow() {
        Report report = read(BootDiskStatus.FAILED);
        assertThat(report.hasFailedFor(HERE)).isTrue();
        assertThat(report.hasFailedFor(new Purpose(UUID.randomUUID(), 2, 20))).isFalse();
        assertThat(report.hasFailedFor(new Purpose(MACHINE, 3, 20))).isFalse();
        assertThat(report.hasFailedFor(new Purpose(MACHINE, 2, 10))).isFalse();
    }

    private Report read(BootDiskStatus status) {
        return part.read(EventJson.write(new BootDiskPart.Known(status, MACHINE, "As the test wants it", DISK, 2, 20)));
    }
}
