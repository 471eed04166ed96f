package io.skyholm.agent.libvirt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceph.rbd.RbdException;
import io.skyholm.agent.act.CopySteps;
import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.pool.BytesTarget;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.luks.DiskKeyring;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.pool.rbd.CephSettings;
import io.skyholm.agent.pool.rbd.OpenedImages;
import io.skyholm.agent.pool.rbd.RbdPool;
import io.skyholm.agent.pool.rbd.RealCeph;
import io.skyholm.agent.snapshot.SnapshotDriver;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredSnapshot;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import io.skyholm.local.BoundedWait;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A guest whose disks are in Ceph: QEMU opens them there itself, with the key of the host. */
@EnabledIfSystemProperty(named = RealLibvirt.WANTED, matches = "true")
class GuestInCephTest {

    private static final String MARK = "skyholm-mark-please-answer";
    private static final String ANSWER = "skyholm-answer-of-the-guest";
    private static final String NO_WATCHERS = "Watchers: none";
    private static final long MIB = 1 << 20;
    private static final int SHUT_OUT = -108;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final DiskKeys KEYS = new DiskKeys(1, "d".repeat(64), List.of());

    private final RealLibvirt libvirt = RealLibvirt.inTheMachinesNetwork();
    private final CephSettings settings = RealCeph.poolOfItsOwn();
    private final DiskKeyring keyring = new DiskKeyring();
    private final UUID bootDisk = UUID.randomUUID();
    private final DesiredVm desired = DesiredThings.machine("in-ceph").withBootDisk(bootDisk);
    private final Path folder;
    private final RbdPool pool;
    private final LibvirtHypervisor hypervisor;
    private final DiskUse use;

    GuestInCephTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Path store = Files.createDirectory(folder.resolve("store"));
        this.pool = RealCeph.pool(settings, this::image, new ObjectDraftFolder(store));
        this.hypervisor = new LibvirtHypervisor(
                libvirt.settings(folder.resolve("consoles")),
                new HostSize(8, 32, 500, 0, null),
                new OpenedImages(pool, keyring));
        this.use = new DiskUse(hypervisor, pool, keyring);
    }

    /** That of the guest, or what a disk begins with that the guest is to answer. */
    private long image(DiskSource source, BytesTarget target, long sizeBytes) throws IOException {
        return source.objectId().equals(bootDisk)
                ? RealLibvirt.writeGuest(target)
                : target.write(ByteBuffer.wrap(MARK.getBytes(US_ASCII)), 0);
    }

    @AfterEach
    void removeAll() throws IOException, InterruptedException {
        hypervisor.machines().stream().map(Machine::id).forEach(hypervisor::remove);
        hypervisor.close();
        pool.close();
        String ignored = RealCeph.run(
                "ceph", "osd", "pool", "rm", settings.pool(), settings.pool(), "--yes-i-really-really-mean-it");
    }

    @Test
    void itBootsFromACloneAndItsDataDisksComeAndGo() throws IOException, InterruptedException {
        create(bootDisk, 64 * MIB, null);
        assertThat(status("info", bootDisk)).contains("parent: " + settings.pool() + "/");
        use.boot(desired, () -> hypervisor.define(desired));
        hypervisor.start(desired);
        says("READY");
        assertThat(status("status", bootDisk)).contains("watcher=");

        DesiredAttachment data = DesiredThings.attachment(create(UUID.randomUUID(), 8 * MIB, null), desired);
        DesiredAttachment encrypted = DesiredThings.attachment(create(UUID.randomUUID(), 8 * MIB, KEYS), desired);
        use.attach(data);
        says("MARK vdb " + MARK);
        use.attach(encrypted);
        says("MARK vdc " + MARK);
        says("DEVICES .*disk=vdb:\\S+:16384:0 disk=vdc:\\S+:16384:0");
        saysNobodyWhatOpensThem();

        // As an agent that was killed and is back: it shuts its predecessor out, and no guest.
        pool.disconnect(RealCeph.ID);
        pool.connect(RealCeph.ID, settings);
        assertThat(RealCeph.run("ceph", "osd", "blocklist", "ls")).contains("127.0.0.1:0/");
        saysNoneIsShutOut(data.diskId());

        hypervisor.stop(desired);
        hypervisor.start(desired);
        says("READY[\\s\\S]*READY[\\s\\S]*MARK vdb " + MARK);
        saysNobodyWhatOpensThem();
        hypervisor.detach(data.id());
        hypervisor.detach(encrypted.id());
        says("DEVICES disk=vda:\\S+ *\\R");
        assertThat(isLetGo(data.diskId())).isTrue();
        assertThat(isLetGo(encrypted.diskId())).isTrue();
        assertThat(beginning(data.diskId())).contains(MARK).contains(ANSWER);
        assertThat(beginning(encrypted.diskId())).startsWith("LUKS").doesNotContain(MARK, ANSWER);
        pool.remove(data.diskId());

        DesiredAttachment medium = DesiredThings.inDrive(
                DesiredThings.attachment(create(UUID.randomUUID(), 4 * MIB, null), desired), false);
        use.attach(medium);
        assertThat(status("status", medium.diskId())).contains("watcher=");
        hypervisor.detach(medium.id());
        assertThat(isLetGo(medium.diskId())).isTrue();

        hypervisor.remove(desired.id());
        assertThat(isLetGo(bootDisk)).isTrue();
        pool.remove(bootDisk);
        assertThat(pool.disk(bootDisk)).isEmpty();
    }

    /** What a guest writes lies in Ceph when it is told so; whoever takes a snapshot goes through who has the disk open, and shuts nobody out. */
    @Test
    void snapshotsAreTakenOfTheDisksThatAGuestHas() throws IOException, InterruptedException {
        create(bootDisk, 64 * MIB, null);
        use.boot(desired, () -> hypervisor.define(desired));
        hypervisor.start(desired);
        says("READY");
        UUID disk = create(UUID.randomUUID(), 8 * MIB, null);
        UUID encrypted = create(UUID.randomUUID(), 8 * MIB, KEYS);
        DesiredAttachment data = DesiredThings.attachment(disk, desired);
        use.attach(data);
        says("MARK vdb " + MARK);
        use.attach(DesiredThings.attachment(encrypted, desired));
        says("MARK vdc " + MARK);
        UUID ofBoot = snapshot(bootDisk);
        UUID ofData = snapshot(disk);
        UUID ofEncrypted = snapshot(encrypted);
        saysNoneIsShutOut(bootDisk);
        saysNoneIsShutOut(disk);
        try (RealCeph.Seen seen = RealCeph.seen(settings)) {
            assertThat(new String(seen.bytesOfSnapshot(ofData), US_ASCII)).contains(MARK, ANSWER);
            assertThat(new String(seen.bytesOfSnapshot(ofEncrypted), US_ASCII)).startsWith("LUKS");
        }
        hypervisor.detach(data.id());
        assertThat(isLetGo(disk))
                .as("the guest answers, and lets go of what it is told to")
                .isTrue();

        // A guest boots from what was kept of another that ran.
        UUID other = UUID.randomUUID();
        pool.createFrom(ofBoot, other, 64 * MIB);
        DesiredVm clone = DesiredThings.machine("of-a-snapshot").withBootDisk(other);
        use.boot(clone, () -> hypervisor.define(clone));
        hypervisor.start(clone);
        new Consoles(folder.resolve("consoles")).say(clone, "READY");
    }

    private UUID snapshot(UUID disk) {
        UUID id = UUID.randomUUID();
        new SnapshotDriver(pool, use, new CopySteps(1))
                .next(new DesiredSnapshot(id, 1, true, false, null, disk, true))
                .orElseThrow()
                .work()
                .run();
        assertThat(pool.snapshot(id)).get().extracting("whole").isEqualTo(true);
        return id;
    }

    /** An agent that was started again has not been told yet what lets its host in. */
    @Test
    void itIsNotStartedWhileItsHostIsNotConnected() {
        create(bootDisk, 64 * MIB, null);
        use.boot(desired, () -> hypervisor.define(desired));
        pool.disconnect(RealCeph.ID);
        assertThatThrownBy(() -> hypervisor.start(desired))
                .isInstanceOfSatisfying(HypervisorProblem.class, problem -> assertThat(problem.isPassing())
                        .isTrue())
                .hasMessageContaining("has not been told yet");
        pool.connect(RealCeph.ID, settings);
        hypervisor.start(desired);
        says("READY");
    }

    /** A machine that was given up may be alive, and its guest would go on writing. */
    @Test
    void whoeverElseHasADiskOpenIsShutOutWhenItIsOpenedHere() throws IOException, InterruptedException {
        create(bootDisk, 64 * MIB, null);
        use.boot(desired, () -> hypervisor.define(desired));
        assertIsShutOut(bootDisk, () -> hypervisor.start(desired));
        says("READY");
        DesiredAttachment data = DesiredThings.attachment(create(UUID.randomUUID(), 8 * MIB, null), desired);
        assertIsShutOut(data.diskId(), () -> use.attach(data));
        says("MARK vdb " + MARK);

        // Whoever has it open here is none of those, be it that it is attached once more or shared.
        use.attach(data);
        DesiredVm other = DesiredThings.machine("in-ceph-too");
        hypervisor.define(other);
        use.attach(DesiredThings.attachment(data.diskId(), other, "/srv/data", 2));
        hypervisor.start(other);
        assertThat(status("status", data.diskId())).containsPattern("watcher=[\\s\\S]*watcher=");
        saysNoneIsShutOut(data.diskId());
        saysNoneIsShutOut(bootDisk);
    }

    private void assertIsShutOut(UUID disk, Runnable opening) throws IOException {
        try (RealCeph.Seen other = RealCeph.seen(settings)) {
            assertThatThrownBy(() -> other.writeAround(disk, opening))
                    .isInstanceOfSatisfying(RbdException.class, refused -> assertThat(refused.getReturnValue())
                            .isEqualTo(SHUT_OUT));
        }
    }

    private void saysNoneIsShutOut(UUID disk) throws IOException, InterruptedException {
        String shutOut = RealCeph.run("ceph", "osd", "blocklist", "ls");
        assertThat(Pattern.compile("watcher=(\\S+)")
                        .matcher(status("status", disk))
                        .results()
                        .map(watcher -> watcher.group(1)))
                .isNotEmpty()
                .noneMatch(shutOut::contains);
    }

    private UUID create(UUID disk, long sizeBytes, @Nullable DiskKeys keys) {
        keyring.put(disk, keys);
        pool.create(disk, sizeBytes, new DiskSource(disk, DiskFormat.RAW, ""), keys);
        return disk;
    }

    private void saysNobodyWhatOpensThem() throws IOException {
        String process = libvirt.qemu(desired.id()).orElseThrow();
        assertThat(Files.readString(Path.of("/proc", process, "cmdline"))).doesNotContain(settings.key());
        assertThat(libvirt.virsh("dumpxml", "--security-info", "skyholm-" + desired.id()))
                .contains("<auth username='" + settings.user() + "'>")
                .doesNotContain(settings.key(), KEYS.current());
        assertThat(libvirt.virsh("secret-list")).isBlank();
    }

    /** What the cluster says of a disk's image to somebody who is no agent. */
    private String status(String command, UUID disk) throws IOException, InterruptedException {
        try (RealCeph.Seen seen = RealCeph.seen(settings)) {
            return RealCeph.run("rbd", command, settings.pool() + "/" + seen.imageOf(disk));
        }
    }

    private boolean isLetGo(UUID disk) {
        return BoundedWait.waitUntil(() -> hasNoWatchers(disk), PATIENCE);
    }

    private boolean hasNoWatchers(UUID disk) {
        try {
            return status("status", disk).contains(NO_WATCHERS);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("Nobody says who has disk " + disk + " open", failure);
        }
    }

    /** The first bytes of a disk, as they lie in the cluster. */
    private String beginning(UUID disk) throws IOException {
        try (RealCeph.Seen seen = RealCeph.seen(settings)) {
            return new String(seen.bytes(disk), 0, 4096, US_ASCII);
        }
    }

    private void says(String expected) {
        new Consoles(folder.resolve("consoles")).say(desired, expected);
    }
}
