package io.skyholm.agent.pool.rbd;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.nativecode.NativeThreads;
import io.skyholm.agent.pool.CheckNote;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPlaces.Found;
import io.skyholm.agent.pool.DiskPlaces.InCeph;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ImageBytes;
import io.skyholm.agent.pool.ObjectDrafts;
import io.skyholm.agent.pool.luks.DiskKeyring;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.pool.luks.LuksDisk;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.host.RbdImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Disks as RBD images, and their snapshots as snapshots of these. What is made is an image with a name of its own, which the index names when it is
 * whole: an agent that is killed leaves an image that nothing refers to, and the next one removes that before it does anything else.
 */
public final class RbdPool implements DiskPool, AutoCloseable {

    /** A byte that nobody wrote is looked for in so many images at most. */
    private static final int DEEPEST = 4;

    private final CephLink link;
    private final NativeThreads threads;
    private final BaseImages bases;
    private final LeftOvers leftOvers = new LeftOvers();
    private final RbdExports exports;
    private final EncryptedImages encrypted;
    private final Duration patience;

    /** What a thread still works on, be it that nobody waits for it any more. */
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    /**
     * Whether something was changed that Ceph did not answer. The connection may then have an image open for good that nobody uses any more, and keeps whoever
     * writes to that image or removes it waiting for itself: the next connection shuts it out.
     */
    private final AtomicBoolean isUnanswered = new AtomicBoolean();

    /** The images of disks that somebody else removed. */
    private volatile Set<String> lost = Set.of();

    /**
     * Takes the bytes of images from where those are, and leaves those of backups where the store takes them from. Where the cluster is, and with
     * which key, the host is told later.
     */
    public RbdPool(String host, Duration patience, ImageBytes images, ObjectDrafts objects) {
        this.bases = new BaseImages(images, leftOvers);
        this.exports = new RbdExports(objects);
        this.encrypted = new EncryptedImages(images);
        this.threads = new NativeThreads("Ceph", "ceph-" + host + "-");
        this.link = new CephLink(patience, this::sweep);
        this.patience = patience;
    }

    /** What a predecessor has left goes before anything else is done. */
    private void sweep(CephConnection ceph) throws IOException {
        leftOvers.sweep(ceph);
        bases.removeUnused(ceph);
    }

    /** Connects to the cluster as it is told for a storage pool; what worked before goes on working if that fails. */
    public void connect(UUID pool, CephSettings settings) {
        exchange("The host cannot connect to Ceph", () -> link.connect(pool, settings));
    }

    /** Forgets the key of a storage pool. */
    public void disconnect(UUID pool) {
        exchange("The host cannot leave Ceph", () -> link.disconnect(pool));
    }

    /** Something that is done with the connection itself. */
    @FunctionalInterface
    private interface Exchange {

        void make() throws IOException;
    }

    private void exchange(String otherwise, Exchange exchange) {
        try {
            boolean done = threads.call(() -> {
                exchange.make();
                return true;
            });
            assert done;
        } catch (IOException failure) {
            throw CephErrors.problem(otherwise, failure);
        }
    }

    /** Whether it is connected as it is told for a storage pool. */
    public boolean isConnected(UUID pool, CephSettings settings) {
        return link.isConnected(pool, settings);
    }

    /** The storage pool for which it is connected. */
    public Optional<UUID> connectedPool() {
        return Optional.ofNullable(link.pool());
    }

    @Override
    public List<Disk> disks() {
        if (isUnanswered.get() && leftOvers.areStuck()) {
            exchange("The disks cannot be read", this::renew);
        }
        return read("The disks cannot be read", ceph -> {
            Map<UUID, IndexEntry> all = ceph.index().all(RbdIndex.DISKS);
            lost = lost(ceph, all);
            leftOvers.remove(ceph);
            return disks(all);
        });
    }

    /**
     * A connection of which something was not answered may keep images open that nobody can remove then. Whoever else works with it begins anew, so nothing
     * less has it connect once more.
     */
    private void renew() throws IOException {
        isUnanswered.set(false);
        try {
            link.renew();
        } catch (IOException | RuntimeException failure) {
            isUnanswered.set(true);
            throw failure;
        }
    }

    /** An image that is no longer listed may have been replaced meanwhile, so its disk is looked up again. */
    private static Set<String> lost(CephConnection ceph, Map<UUID, IndexEntry> all) throws IOException {
        Set<String> there = ceph.images().names();
        Set<String> missing = new HashSet<>();
        for (Map.Entry<UUID, IndexEntry> one : all.entrySet()) {
            IndexEntry entry = one.getValue();
            if (!there.contains(entry.image())
                    && ceph.index()
                            .find(RbdIndex.DISKS, one.getKey())
                            .filter(entry::equals)
                            .isPresent()) {
                missing.add(entry.image());
            }
        }
        return Set.copyOf(missing);
    }

    private List<Disk> disks(Map<UUID, IndexEntry> all) {
        List<Disk> disks = new ArrayList<>();
        all.forEach((id, entry) -> present(entry).ifPresent(there -> disks.add(there.of(id))));
        return disks;
    }

    private Optional<IndexEntry> present(IndexEntry entry) {
        return Optional.of(entry).filter(one -> !one.whole() || !lost.contains(one.image()));
    }

    @Override
    public Optional<Disk> disk(UUID id) {
        return read("Disk " + id + " cannot be read", ceph -> find(ceph, id).map(entry -> entry.of(id)));
    }

    @Override
    public Optional<Located> located(UUID id) {
        return read("Disk " + id + " cannot be read", ceph -> find(ceph, id)
                .map(entry -> new Located(entry.of(id), new RbdImage(ceph.pool(), entry.image()))));
    }

    /** A disk that is whole, for a hypervisor that opens it in Ceph itself, and with the key of the host. */
    public Optional<Found> found(UUID id, DiskKeyring keyring) {
        return read("Disk " + id + " cannot be read", ceph -> find(ceph, id)
                .filter(IndexEntry::whole)
                .map(entry -> new Found(
                        ceph.settings().place(entry.image()),
                        entry.isEncrypted() ? keyring.of(id).current() : null)));
    }

    /** Whoever has that image open and is not this agent cannot write to it any more: a guest of a machine that was given up and is alive, above all. */
    public void shutOthersOut(InCeph place) {
        boolean done = read("Who else has " + place + " open cannot be shut out", ceph -> {
            if (!ceph.settings().place(place.image()).equals(place)) {
                throw HypervisorProblem.notYet("The host connects to Ceph anew");
            }
            ceph.shutOthersOut(place.image());
            return true;
        });
        assert done;
    }

    private Optional<IndexEntry> find(CephConnection ceph, UUID id) throws IOException {
        return ceph.index().find(RbdIndex.DISKS, id).flatMap(this::present);
    }

    @Override
    public void create(UUID id, long sizeBytes, @Nullable DiskSource source, @Nullable DiskKeys keys) {
        change(id, "Disk " + id + " cannot be made", ceph -> {
            if (find(ceph, id).isPresent()) {
                return;
            }
            if (keys != null) {
                makeEncrypted(ceph, id, sizeBytes, name -> encrypted.fill(ceph, name, sizeBytes, source, keys));
            } else if (source == null) {
                make(ceph, id, new IndexEntry("", sizeBytes, true, 0, 0), name -> ceph.images()
                        .create(name, sizeBytes));
            } else {
                bases.with(ceph, source, sizeBytes, base -> clone(ceph, base, BaseImages.SNAPSHOT, id, sizeBytes, 0));
            }
        });
    }

    private void makeEncrypted(CephConnection ceph, UUID id, long sizeBytes, Making filling) throws IOException {
        IndexEntry entry = new IndexEntry("", LuksDisk.HEADER + sizeBytes, true, 0, 0, 0);
        make(ceph, id, entry, name -> {
            ceph.images().create(name, entry.sizeBytes());
            filling.make(name);
        });
    }

    @Override
    public void createFrom(UUID snapshot, UUID id, long sizeBytes, @Nullable DiskKeys keys) {
        change(id, "Disk " + id + " cannot be made", ceph -> {
            IndexEntry from = snapshot(ceph, snapshot);
            if (from.isEncrypted() && keys == null) {
                throw HypervisorProblem.forGood("Snapshot " + snapshot + " is encrypted, and the disk is not to be");
            }
            if (find(ceph, id).isPresent()) {
                return;
            }
            if (keys == null || from.isEncrypted()) {
                clone(ceph, from, snapshot.toString(), id, sizeBytes, 0);
            } else {
                long size = Math.max(from.sizeBytes(), sizeBytes);
                makeEncrypted(ceph, id, size, name -> encrypted.fillFrom(ceph, from, snapshot.toString(), name, keys));
            }
        });
    }

    @Override
    public void changeKey(UUID id, DiskKeys keys) {
        change(id, "The key of disk " + id + " cannot be changed", ceph -> {
            IndexEntry entry = encrypted(ceph, id);
            encrypted.change(ceph, entry.image(), keys);
            ceph.index().put(RbdIndex.DISKS, id, entry.openedBy(keys.version()));
        });
    }

    @Override
    public boolean isOpenedBy(UUID id, DiskKeys keys) {
        return read(
                "Disk " + id + " cannot be opened",
                ceph -> encrypted.isOpenedBy(ceph, encrypted(ceph, id).image(), keys));
    }

    private IndexEntry encrypted(CephConnection ceph, UUID id) throws IOException {
        return find(ceph, id)
                .filter(IndexEntry::isEncrypted)
                .orElseThrow(() -> new HypervisorProblem("There is no encrypted disk " + id));
    }

    /** Whoever is killed before the index names the new image leaves the disk as it was. */
    @Override
    public void restoreFrom(UUID snapshot, UUID id, long sizeBytes, long generation) {
        change(id, "Disk " + id + " cannot be rolled back", ceph -> {
            IndexEntry from = snapshot(ceph, snapshot);
            Optional<IndexEntry> old = ceph.index().find(RbdIndex.DISKS, id);
            clone(ceph, from, snapshot.toString(), id, sizeBytes, generation);
            if (old.isPresent()) {
                leftOvers.letGo(ceph, old.get());
            }
        });
    }

    private static IndexEntry snapshot(CephConnection ceph, UUID id) throws IOException {
        return ceph.index()
                .find(RbdIndex.SNAPSHOTS, id)
                .filter(IndexEntry::whole)
                .orElseThrow(() -> new HypervisorProblem("Snapshot " + id + " is not there"));
    }

    private void clone(CephConnection ceph, IndexEntry from, String snapshot, UUID id, long sizeBytes, long generation)
            throws IOException {
        long size = Math.max(from.sizeBytes(), from.header() + sizeBytes);
        boolean isTooDeep = from.depth() >= DEEPEST;
        Integer keyVersion = from.isEncrypted() ? 0 : null;
        IndexEntry entry = new IndexEntry("", size, true, generation, isTooDeep ? 0 : from.depth() + 1, keyVersion);
        make(ceph, id, entry, name -> {
            ceph.images().clone(from.image(), snapshot, name, size, from.sizeBytes());
            if (isTooDeep) {
                ceph.images().flatten(name);
            }
        });
    }

    /** Makes an image of that name. */
    @FunctionalInterface
    private interface Making {

        void make(String name) throws IOException;
    }

    /** The entry is without the name that the image gets. */
    private void make(CephConnection ceph, UUID id, IndexEntry entry, Making making) throws IOException {
        String name = Names.ofDisk(id);
        try {
            making.make(name);
            ceph.index().put(RbdIndex.DISKS, id, entry.named(name));
        } catch (IOException | RuntimeException failure) {
            removeUnnamed(ceph, id, name);
            throw failure;
        }
    }

    /** Who was not answered does not know what has been done: an image that the index names has to stay. */
    private void removeUnnamed(CephConnection ceph, UUID id, String name) {
        try {
            if (ceph.index()
                    .find(RbdIndex.DISKS, id)
                    .filter(entry -> entry.image().equals(name))
                    .isEmpty()) {
                ceph.images().remove(name);
            }
        } catch (IOException failure) {
            leftOvers.add(name);
        }
    }

    @Override
    public void grow(UUID id, long sizeBytes) {
        change(id, "Disk " + id + " cannot be made larger", ceph -> {
            IndexEntry entry = find(ceph, id).orElseThrow(() -> new HypervisorProblem("There is no disk " + id));
            long size = ceph.images().growTo(entry.image(), entry.header() + sizeBytes);
            ceph.index().put(RbdIndex.DISKS, id, entry.sized(size));
        });
    }

    @Override
    public void remove(UUID id) {
        change(id, "Disk " + id + " cannot be removed", ceph -> {
            Optional<IndexEntry> entry = ceph.index().find(RbdIndex.DISKS, id);
            if (entry.isPresent()) {
                ceph.index().putLast(RbdIndex.DISKS, id, entry.get());
                LeftOvers.removeOrEmpty(ceph, entry.get());
                ceph.index().remove(RbdIndex.DISKS, id);
            }
        });
    }

    @Override
    public List<Disk> snapshots() {
        return read("The snapshots cannot be read", ceph -> all(ceph, RbdIndex.SNAPSHOTS));
    }

    private static List<Disk> all(CephConnection ceph, String kind) throws IOException {
        List<Disk> found = new ArrayList<>();
        ceph.index().all(kind).forEach((id, entry) -> found.add(entry.of(id)));
        return found;
    }

    @Override
    public Optional<Disk> snapshot(UUID id) {
        return read(
                "Snapshot " + id + " cannot be read",
                ceph -> ceph.index().find(RbdIndex.SNAPSHOTS, id).map(entry -> entry.of(id)));
    }

    @Override
    public List<Disk> exports() {
        return read("The exports cannot be read", ceph -> all(ceph, RbdIndex.EXPORTS));
    }

    @Override
    public Optional<Disk> export(UUID id) {
        return read(
                "Export " + id + " cannot be read",
                ceph -> ceph.index().find(RbdIndex.EXPORTS, id).map(entry -> entry.of(id)));
    }

    @Override
    public Optional<String> exportedSha256(UUID id) {
        return read("Export " + id + " cannot be read", ceph -> ceph.index()
                .find(RbdIndex.EXPORTS, id)
                .filter(IndexEntry::whole)
                .flatMap(entry -> Optional.ofNullable(entry.sha256())));
    }

    @Override
    public long differenceBytes(UUID id) {
        return read("Export " + id + " cannot be read", ceph -> ceph.index()
                .find(RbdIndex.EXPORTS, id)
                .filter(IndexEntry::whole)
                .flatMap(entry -> Optional.ofNullable(entry.differenceBytes()))
                .orElse(0L));
    }

    @Override
    public void export(UUID id, UUID snapshot, UUID object) {
        export(id, snapshot, null, object);
    }

    @Override
    public void export(UUID id, UUID snapshot, @Nullable UUID base, UUID object) {
        change(id, "Snapshot " + snapshot + " cannot be left with the object store", ceph -> {
            IndexEntry of = snapshot(ceph, snapshot);
            exports.export(ceph, id, of, snapshot, base == null ? null : base(ceph, base, of), object);
        });
    }

    /** After a rollback a disk has another image, which nobody can compare with the one of before. */
    private static RbdExports.@Nullable Base base(CephConnection ceph, UUID base, IndexEntry of) throws IOException {
        return ceph.index()
                .find(RbdIndex.SNAPSHOTS, base)
                .filter(IndexEntry::whole)
                .filter(entry -> entry.image().equals(of.image()) && entry.sizeBytes() <= of.sizeBytes())
                .map(entry -> new RbdExports.Base(base.toString(), entry.sizeBytes()))
                .orElse(null);
    }

    @Override
    public void exportDisk(UUID id, UUID disk, UUID object) {
        change(id, "Disk " + disk + " cannot be left with the object store", ceph -> {
            IndexEntry of = find(ceph, disk)
                    .filter(IndexEntry::whole)
                    .orElseThrow(() -> new HypervisorProblem("Disk " + disk + " is not there"));
            exports.exportDisk(ceph, id, of, object);
        });
    }

    @Override
    public void forgetExport(UUID id) {
        change(id, "Export " + id + " cannot be forgotten", ceph -> ceph.index().remove(RbdIndex.EXPORTS, id));
    }

    @Override
    public Set<UUID> checks() {
        return read("The checks cannot be read", ceph -> ceph.index().checks());
    }

    @Override
    public Optional<CheckNote> check(UUID disk) {
        return read("The check of disk " + disk + " cannot be read", ceph -> ceph.index()
                .check(disk));
    }

    @Override
    public void check(UUID disk, long sizeBytes, boolean repair, long run) {
        change(
                disk,
                "Disk " + disk + " cannot be checked",
                ceph -> RbdChecks.check(ceph, disk, sizeBytes, repair, run));
    }

    @Override
    public void forgetCheck(UUID disk) {
        change(disk, "The check of disk " + disk + " cannot be forgotten", ceph -> ceph.index()
                .removeCheck(disk));
    }

    /** Whoever has an image open for writing takes its snapshots, between two writes. */
    @Override
    public boolean keepsMoments() {
        return true;
    }

    @Override
    public void takeSnapshot(UUID id, UUID disk) {
        change(id, "Snapshot " + id + " cannot be made", ceph -> {
            Optional<IndexEntry> before = ceph.index().find(RbdIndex.SNAPSHOTS, id);
            if (before.filter(IndexEntry::whole).isPresent()) {
                return;
            }
            IndexEntry of = find(ceph, disk)
                    .filter(IndexEntry::whole)
                    .orElseThrow(() -> HypervisorProblem.notYet("Disk " + disk + " is not there yet"));
            if (before.isPresent()) {
                ceph.images().removeSnapshot(before.get().image(), id.toString());
            }
            IndexEntry draft = of.restored(0).whole(false);
            ceph.index().put(RbdIndex.SNAPSHOTS, id, draft);
            long bytes = ceph.images().snapshot(of.image(), id.toString());
            ceph.index().put(RbdIndex.SNAPSHOTS, id, draft.sized(bytes).whole(true));
        });
    }

    @Override
    public int sharers(UUID id) {
        return read("Snapshot " + id + " cannot be read", ceph -> {
            Optional<IndexEntry> entry = ceph.index().find(RbdIndex.SNAPSHOTS, id);
            return entry.isEmpty() ? 0 : ceph.images().sharers(entry.get().image(), id.toString());
        });
    }

    /** Disks that share its bytes get them for themselves, since nothing else counts the room of what is not there any more. */
    @Override
    public void removeSnapshot(UUID id) {
        change(id, "Snapshot " + id + " cannot be removed", ceph -> {
            Optional<IndexEntry> entry = ceph.index().find(RbdIndex.SNAPSHOTS, id);
            if (entry.isPresent()) {
                String image = entry.get().image();
                ceph.index().putLast(RbdIndex.SNAPSHOTS, id, entry.get());
                ceph.images().removeSnapshot(image, id.toString());
                ceph.index().remove(RbdIndex.SNAPSHOTS, id);
                if (!isOfADisk(ceph, image)) {
                    leftOvers.letGo(ceph, entry.get());
                }
            }
        });
    }

    private static boolean isOfADisk(CephConnection ceph, String image) throws IOException {
        return ceph.index()
                .find(RbdIndex.DISKS, Names.diskOf(image))
                .filter(entry -> entry.image().equals(image))
                .isPresent();
    }

    private <T> T read(String otherwise, CephLink.Work<T> work) {
        try {
            return threads.call(() -> link.with(work));
        } catch (IOException failure) {
            throw CephErrors.problem(otherwise, failure);
        }
    }

    /** Changes something. */
    @FunctionalInterface
    private interface Change {

        void on(CephConnection ceph) throws IOException;
    }

    /** One change of a thing at a time: a thread that hangs goes on when it is answered, though nobody waits for it any more. */
    private void change(UUID id, String otherwise, Change change) {
        boolean done = read(otherwise, ceph -> {
            if (!busy.add(id)) {
                throw HypervisorProblem.notYet("Ceph has not answered yet what it was asked before");
            }
            try {
                change.on(ceph);
                return true;
            } catch (IOException failure) {
                if (CephErrors.isUnanswered(failure)) {
                    isUnanswered.set(true);
                }
                throw failure;
            } finally {
                busy.remove(id);
            }
        });
        assert done;
    }

    /** What a thread still uses that hangs is not taken from it. */
    @Override
    public void close() {
        if (threads.end(patience)) {
            link.close();
        }
    }
}
