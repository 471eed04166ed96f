package io.skyholm.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.act.Copy;
import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.ImageFolder;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.folder.FolderPool;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.DiskEncryption;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.storage.DiskFormat;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done next for a disk, on real files. */
class DiskDriverTest {

    private static final long GIB = 1L << 30;

    private final UUID id = UUID.randomUUID();
    private final Path folder;
    private final SimulatedHypervisor hypervisor;
    private final DiskDriver driver;

    DiskDriverTest(@TempDir Path temporary) {
        this.folder = temporary.resolve("disks");
        FolderPool pool = new FolderPool(folder, new ImageFolder(temporary), new ObjectDraftFolder(temporary));
        this.hypervisor = new SimulatedHypervisor(
                new HostSize(8, 32, 500, 0, null), FaultInjection.none(), temporary.resolve("hypervisor.jsonl"));
        this.driver =
                new DiskDriver(pool, new DiskUse(hypervisor, pool), new CopySteps(1), (desired, secret) -> secret);
    }

    @Test
    void aDiskGoesThroughItsLife() {
        assertThat(driver.look(id)).isEqualTo(SeenThing.ABSENT);
        bring(desired(1, true, false, 1));
        assertThat(driver.look(id).state()).isEqualTo(ThingState.RUNNING);
        bring(desired(2, true, true, 3));
        assertThat(driver.pool().disk(id)).contains(new Disk(id, 3 * GIB, true));
        bring(desired(3, true, true, 2));
        assertThat(driver.pool().disk(id)).contains(new Disk(id, 3 * GIB, true));
        assertThat(driver.present()).containsExactly(id);
        bring(desired(4, false, true, 3));
        assertThat(driver.look(id)).isEqualTo(SeenThing.ABSENT);
        assertThat(driver.present()).isEmpty();
    }

    @Test
    void whatIsLeftOfADiskThatWasNotMadeToTheEndIsNotTakenForADisk() throws IOException {
        Files.createFile(folder.resolve(id + ".draft"));
        assertThat(driver.look(id).state()).isEqualTo(ThingState.CHANGING);
        bring(desired(1, false, false, 1));
        assertThat(driver.look(id)).isEqualTo(SeenThing.ABSENT);
        Files.createFile(folder.resolve(id + ".draft"));
        bring(desired(2, true, false, 1));
        assertThat(driver.look(id).state()).isEqualTo(ThingState.RUNNING);
    }

    @Test
    void aDiskThatWasLostIsNotReplacedByAnEmptyOne() {
        Step step = driver.next(desired(2, true, true, 1)).orElseThrow();
        assertThatThrownBy(step.work()::run).hasMessage("The disk was here and is not here any more");
        assertThat(driver.present()).isEmpty();
    }

    @Test
    void whatIsCopiedIsForItsTenantAndSmallByTheSizeOfItsDisk() {
        UUID tenant = UUID.randomUUID();
        assertThat(copied(tenant, 1)).isEqualTo(new Copy(tenant, 1, true));
        assertThat(copied(tenant, 2)).isEqualTo(new Copy(tenant, 2, false));
        assertThat(copied(null, 1)).isEqualTo(copied(null, 1)).isNotEqualTo(copied(tenant, 1));
        assertThat(driver.next(desired(1, true, false, 2)).orElseThrow().copy()).isNull();
    }

    private @Nullable Copy copied(@Nullable UUID tenant, int sizeGb) {
        DiskSource source = new DiskSource(UUID.randomUUID(), DiskFormat.RAW, "0".repeat(64));
        return driver.next(new DesiredDisk(id, 1, true, false, tenant, sizeGb, source, null))
                .orElseThrow()
                .copy();
    }

    @Test
    void aDiskBeginsWithASnapshotAndIsRolledBackOnceForEachGenerationThatAsksForIt() throws IOException {
        UUID source = UUID.randomUUID();
        UUID snapshot = UUID.randomUUID();
        driver.pool().create(source, GIB, null);
        write(source, 7);
        driver.pool().takeSnapshot(snapshot, source);
        bring(of(snapshot, 1, false, 2));
        assertThat(read()).isEqualTo(7);
        bring(of(snapshot, 1, false, 2));
        write(id, 8);
        bring(desired(2, true, true, 2));
        assertThat(read()).isEqualTo(8);

        DesiredDisk rollback = of(snapshot, 3, true, 2);
        assertThat(driver.next(rollback).orElseThrow().copy()).isNotNull();
        bring(rollback);
        assertThat(read()).isEqualTo(7);
        assertThat(driver.pool().disk(id)).contains(new Disk(id, 2 * GIB, true, 3));
        assertThat(driver.look(id).builds()).isEqualTo(3);
        write(id, 9);
        bring(rollback);
        bring(desired(4, true, true, 2));
        assertThat(read()).isEqualTo(9);
        bring(of(snapshot, 5, true, 2));
        assertThat(read()).isEqualTo(7);
    }

    @Test
    void aRollbackEndsAtOnceWhenItIsCalledOffAndWhenTheDiskIsToGo() {
        assertThat(driver.interrupts(desired(4, true, true, 2))).isTrue();
        assertThat(driver.interrupts(desired(4, false, true, 2))).isTrue();
        assertThat(driver.interrupts(of(UUID.randomUUID(), 4, true, 2))).isFalse();
        assertThat(driver.interrupts(desired(4, true, false, 2))).isFalse();
    }

    @Test
    void aDiskThatWasLostComesBackFromASnapshot() throws IOException {
        UUID snapshot = UUID.randomUUID();
        driver.pool().create(id, GIB, null);
        write(id, 7);
        driver.pool().takeSnapshot(snapshot, id);
        driver.pool().remove(id);
        bring(of(snapshot, 3, true, 1));
        assertThat(read()).isEqualTo(7);
    }

    @Test
    void aDiskThatAMachineHasIsNotRolledBack() {
        UUID snapshot = UUID.randomUUID();
        DesiredVm machine = DesiredThings.machine("web");
        driver.pool().create(id, GIB, null);
        driver.pool().takeSnapshot(snapshot, id);
        hypervisor.define(machine);
        driver.use().attach(DesiredThings.attachment(id, machine));
        Step step = driver.next(of(snapshot, 3, true, 1)).orElseThrow();
        assertThatThrownBy(step.work()::run).hasMessageContaining("is still attached to machine " + machine.id());
        assertThat(driver.pool().disk(id)).contains(new Disk(id, GIB, true));
    }

    @Test
    void anEncryptedDiskIsDoneWhenItsKeyOpensItAndOneThatIsToHaveAnotherIsNot() {
        DesiredDisk first = told(1, false, 1, "a");
        bring(first, 2);
        assertThat(driver.look(id).restarts()).isEqualTo(1);
        assertThat(driver.pool().disk(id)).contains(new Disk(id, GIB, true).openedBy(1));
        DesiredDisk second = told(2, true, 2, "b", "a");
        assertThat(driver.look(id).restarts()).isEqualTo(1);
        bring(second, 1);
        assertThat(driver.look(id).restarts()).isEqualTo(2);
        DesiredDisk alone = told(3, true, 2, "b");
        assertThat(driver.next(alone)).isEmpty();
    }

    @Test
    void aKeyThatDoesNotOpenTheDiskIsAFailureAndChangesNothing() {
        bring(told(1, false, 1, "a"), 2);
        Step step = driver.next(told(2, true, 3, "c", "b")).orElseThrow();
        assertThatThrownBy(step.work()::run).hasMessage("None of the keys of the encrypted disk opens it");
        assertThat(driver.look(id).restarts()).isEqualTo(1);
    }

    @Test
    void whatIsEncryptedStaysSoAndWhatIsNotIsNotMadeAnew() {
        bring(told(1, false, 1, "a"), 2);
        Step clear = driver.next(desired(2, true, true, 1)).orElseThrow();
        assertThatThrownBy(clear.work()::run).hasMessage("The disk is encrypted, and no key was told");
        UUID other = UUID.randomUUID();
        driver.pool().create(other, GIB, null);
        Step encrypted = driver.next(told(other, 2, true, 1, "a")).orElseThrow();
        assertThatThrownBy(encrypted.work()::run).hasMessage("The disk is not encrypted, and is to be");
    }

    @Test
    void keysAreKeptApartAndForgottenWithTheDisk() {
        DesiredDisk made = told(1, false, 1, "secret");
        assertThat(driver.use().keyring().of(made.id()).current()).isEqualTo("secret");
        assertThat(driver.use().keyring().of(id).toString()).doesNotContain("secret");
        DesiredDisk gone = driver.read(EventJson.write(desired(2, false, true, 1)));
        assertThatThrownBy(() -> driver.use().keyring().of(gone.id())).isInstanceOf(HypervisorProblem.class);
    }

    /** So many steps are made until nothing is left to be done. */
    private void bring(DesiredDisk desired, int steps) {
        for (int step = 0; step < steps; step++) {
            driver.next(desired).orElseThrow().work().run();
        }
        assertThat(driver.next(desired)).isEmpty();
    }

    private DesiredDisk told(long generation, boolean made, int version, String current, String... former) {
        return told(id, generation, made, version, current, former);
    }

    /** As the host's topic has it; what is sealed here is as it is. */
    private DesiredDisk told(UUID disk, long generation, boolean made, int version, String current, String... former) {
        String keys = EventJson.write(new DiskEncryption.Keys(current, List.of(former)));
        DesiredDisk desired = new DesiredDisk(disk, generation, true, made, null, 1, null, null)
                .with(new DiskEncryption(version, keys));
        return driver.read(EventJson.write(desired));
    }

    private DesiredDisk of(UUID snapshot, long generation, boolean made, int sizeGb) {
        return new DesiredDisk(id, generation, true, made, null, sizeGb, null, snapshot);
    }

    private void write(UUID disk, int value) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve(disk + ".raw").toFile(), "rw")) {
            file.seek(GIB / 2);
            file.write(value);
        }
    }

    private int read() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve(id + ".raw").toFile(), "r")) {
            file.seek(GIB / 2);
            return file.read();
        }
    }

    private void bring(DesiredDisk desired) {
        driver.next(desired).ifPresent(step -> step.work().run());
        assertThat(driver.next(desired)).isEmpty();
    }

    private DesiredDisk desired(long generation, boolean present, boolean made, int sizeGb) {
        return new DesiredDisk(id, generation, present, made, null, sizeGb, null, null);
    }
}
