package io.skyholm.agent.libvirt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.attachment.DiskUse;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.pool.BytesTarget;
import io.skyholm.agent.pool.DiskPlaces;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ObjectDraftFolder;
import io.skyholm.agent.pool.folder.FolderPool;
import io.skyholm.agent.pool.folder.OpenedFiles;
import io.skyholm.agent.pool.luks.DiskKeyring;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.pool.rbd.CephSettings;
import io.skyholm.agent.pool.rbd.OpenedImages;
import io.skyholm.agent.pool.rbd.RbdPool;
import io.skyholm.agent.pool.rbd.RealCeph;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.storage.DiskFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Two guests that have a disk at the same time, each of which reads what the other has written. */
@EnabledIfSystemProperty(named = RealLibvirt.WANTED, matches = "true")
class SharedDisksTest {

    private static final String SHARED = "skyholm-share-this";
    private static final String MARK = "skyholm-mark-please-answer";
    private static final long MIB = 1 << 20;
    private static final DiskKeys KEYS = new DiskKeys(1, "d".repeat(64), List.of());

    private final RealLibvirt libvirt = RealLibvirt.inTheMachinesNetwork();
    private final DiskKeyring keyring = new DiskKeyring();
    private final Set<UUID> bootDisks = new HashSet<>();
    private final Set<UUID> onlyRead = new HashSet<>();
    private final Path folder;
    private final Path store;

    SharedDisksTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.store = Files.createDirectory(folder.resolve("store"));
    }

    /** What guests and their disks lie in. */
    private record Place(DiskPool pool, LibvirtHypervisor hypervisor, DiskUse use) {}

    private @Nullable Place place;

    private Place in(DiskPool pool, DiskPlaces disks) {
        LibvirtHypervisor hypervisor = new LibvirtHypervisor(
                libvirt.settings(folder.resolve("consoles")), new HostSize(8, 32, 500, 0, null), disks);
        Place made = new Place(pool, hypervisor, new DiskUse(hypervisor, pool, keyring));
        place = made;
        return made;
    }

    private long image(DiskSource source, BytesTarget target, long sizeBytes) throws IOException {
        UUID disk = source.objectId();
        return bootDisks.contains(disk)
                ? RealLibvirt.writeGuest(target)
                : target.write(ByteBuffer.wrap((onlyRead.contains(disk) ? MARK : SHARED).getBytes(US_ASCII)), 0);
    }

    @AfterEach
    void removeAll() {
        if (place != null) {
            place.hypervisor().machines().stream().map(Machine::id).forEach(place.hypervisor()::remove);
            place.hypervisor().close();
        }
    }

    @Test
    void twoGuestsShareFiles() throws IOException {
        FolderPool pool = new FolderPool(folder.resolve("disks"), this::image, new ObjectDraftFolder(store));
        share(in(pool, new OpenedFiles(pool, keyring)));
    }

    @Test
    void twoGuestsShareImagesOfCeph() throws IOException, InterruptedException {
        CephSettings settings = RealCeph.poolOfItsOwn();
        try (RbdPool pool = RealCeph.pool(settings, this::image, new ObjectDraftFolder(store))) {
            share(in(pool, new OpenedImages(pool, keyring)));
            removeAll();
            place = null;
        }
        String ignored = RealCeph.run(
                "ceph", "osd", "pool", "rm", settings.pool(), settings.pool(), "--yes-i-really-really-mean-it");
    }

    private void share(Place in) {
        DesiredVm first = boot(in, "first", 1);
        DesiredVm second = boot(in, "second", 2);
        UUID disk = create(in, null);
        UUID encrypted = create(in, KEYS);
        UUID read = UUID.randomUUID();
        onlyRead.add(read);
        create(in, read, null);

        DesiredAttachment atFirst = attach(in, disk, first);
        says(first, "DEVICES .*disk=vdb:");
        DesiredAttachment atSecond = attach(in, disk, second);
        says(first, "FOUND vdb skyholm-slot-2-");
        says(second, "FOUND vdb skyholm-slot-1-");

        for (DesiredVm guest : List.of(first, second)) {
            attach(in, encrypted, guest);
            in.use().attach(DesiredThings.readOnly(DesiredThings.attachment(read, guest, "/srv/read", 2)));
            says(guest, "DEVICES .*disk=vdd:\\S+:1 ");
            says(guest, "MARK vdd " + MARK);
        }
        says(first, "FOUND vdc skyholm-slot-2-");
        says(second, "FOUND vdc skyholm-slot-1-");

        // One that lets go, or is started anew, leaves the other what it has.
        in.hypervisor().detach(atFirst.id());
        says(first, "DEVICES disk=vda:\\S+ disk=vdc:\\S+ disk=vdd:\\S+ *\\R");
        in.hypervisor().stop(first);
        in.hypervisor().start(first);
        says(first, "READY[\\s\\S]*READY[\\s\\S]*FOUND vdb skyholm-slot-2-");
        in.use().attach(atFirst);
        says(first, "READY[\\s\\S]*READY[\\s\\S]*DEVICES .*disk=vdd:[\\s\\S]*FOUND vdd skyholm-slot-2-");
        in.hypervisor().remove(first.id());
        in.hypervisor().detach(atSecond.id());
        says(second, "DEVICES disk=vda:\\S+ disk=vdc:\\S+ disk=vdd:\\S+ *\\R");
        in.pool().remove(disk);
        assertThat(in.pool().disk(disk)).isEmpty();
    }

    private DesiredVm boot(Place in, String name, int slot) {
        UUID bootDisk = UUID.randomUUID();
        bootDisks.add(bootDisk);
        create(in, bootDisk, null);
        DesiredVm desired = DesiredThings.booting(
                DesiredThings.machine(name).withBootDisk(bootDisk), "# slot " + slot + "\n", "$6$salt$hash");
        in.use().boot(desired, () -> in.hypervisor().define(desired));
        in.hypervisor().start(desired);
        says(desired, "READY");
        return desired;
    }

    private static DesiredAttachment attach(Place in, UUID disk, DesiredVm guest) {
        DesiredAttachment attachment = DesiredThings.attachment(disk, guest, "/srv/shared", 2);
        in.use().attach(attachment);
        return attachment;
    }

    private UUID create(Place in, @Nullable DiskKeys keys) {
        return create(in, UUID.randomUUID(), keys);
    }

    private UUID create(Place in, UUID disk, @Nullable DiskKeys keys) {
        keyring.put(disk, keys);
        in.pool().create(disk, 64 * MIB, new DiskSource(disk, DiskFormat.RAW, ""), keys);
        return disk;
    }

    private void says(DesiredVm guest, String expected) {
        new Consoles(folder.resolve("consoles")).say(guest, expected);
    }
}
