package io.skyholm.storage.bootdisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.storage.BootDiskStatus;
import io.skyholm.storage.instance.KnownInstance;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What compute is told when a boot disk could not be had. */
class BootDiskReportTest {

    private static final UUID INSTANCE = UUID.randomUUID();
    private static final UUID VERSION = UUID.randomUUID();
    private static final UUID HOST = UUID.randomUUID();
    private static final UUID OTHER_HOST = UUID.randomUUID();
    private static final UUID DISK = UUID.randomUUID();
    private static final String WHY = "The pool is full";

    private final KnownInstance tried = on(HOST, 1, 20, true);

    @Test
    void reasonIsToldToWhoStillWantsWhatWasTried() {
        assertThat(BootDiskReport.failed(tried, tried, told(HOST), WHY))
                .contains(new BootDiskReport(BootDiskStatus.FAILED, WHY, HOST, DISK, 1, 20));
        assertThat(BootDiskReport.failed(tried, tried, Optional.empty(), WHY))
                .contains(new BootDiskReport(BootDiskStatus.FAILED, WHY, HOST, null, 1, 20));
    }

    /** It may have moved on between what was tried and what is told of it. */
    @Test
    void whatCouldNotBeOnTheMachineBeforeIsNoFailureOfTheNext() {
        assertThat(failed(on(OTHER_HOST, 1, 20, true))).isEmpty();
        assertThat(failed(on(null, 1, 20, true))).isEmpty();
        assertThat(failed(on(HOST, 1, 20, false))).isEmpty();
        assertThat(failed(on(HOST, 2, 20, true))).isEmpty();
        assertThat(failed(on(HOST, 1, 30, true))).isEmpty();
    }

    @Test
    void diskOnTheMachineBeforeIsNotNamed() {
        assertThat(BootDiskReport.failed(tried, tried, told(OTHER_HOST), WHY))
                .contains(new BootDiskReport(BootDiskStatus.FAILED, WHY, HOST, null, 1, 20));
    }

    private Optional<BootDiskReport> failed(KnownInstance now) {
        return BootDiskReport.failed(tried, now, told(HOST), WHY);
    }

    private static Optional<BootDiskReport> told(UUID host) {
        return Optional.of(new BootDiskReport(BootDiskStatus.READY, null, host, DISK, 1, 20));
    }

    private static KnownInstance on(@Nullable UUID host, long builds, int sizeGb, boolean wantsDisk) {
        return new KnownInstance(
                INSTANCE,
                INSTANCE,
                INSTANCE,
                InstanceStatus.CREATING,
                sizeGb,
                host,
                null,
                VERSION,
                wantsDisk,
                true,
                builds,
                false);
    }
}
