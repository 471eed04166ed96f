package io.skyholm.agent.pool.rbd;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.ImageBytes;
import io.skyholm.events.host.DiskSource;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The bytes of images' versions and backups, each copied into the pool once: a disk that boots from one is a clone of it. One stays as long as a disk shares its
 * bytes, and beyond that until another is made.
 */
final class BaseImages {

    /** The snapshot that disks are clones of. Nobody can remove a protected one by mistake. */
    static final String SNAPSHOT = "verified";

    private static final int SECTOR = 512;

    private final ImageBytes images;
    private final LeftOvers leftOvers;
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    /** Of two who want the same, one makes it. */
    private final Map<UUID, Lock> making = new ConcurrentHashMap<>();

    BaseImages(ImageBytes images, LeftOvers leftOvers) {
        this.images = images;
        this.leftOvers = leftOvers;
    }

    /** Does something with a base, which nobody removes meanwhile. */
    @FunctionalInterface
    interface Work {

        void with(IndexEntry base) throws IOException;
    }

    /** Has one made if there is none, from an image that fits into so many bytes. */
    void with(CephConnection ceph, DiskSource source, long sizeBytes, Work work) throws IOException {
        while (true) {
            if (tryWith(ceph, source, sizeBytes, work)) {
                return;
            }
            Lock lock = making.computeIfAbsent(source.lastObjectId(), id -> new ReentrantLock());
            lock.lock();
            try {
                make(ceph, source, sizeBytes);
            } finally {
                lock.unlock();
                making.remove(source.lastObjectId(), lock);
            }
        }
    }

    private boolean tryWith(CephConnection ceph, DiskSource source, long sizeBytes, Work work) throws IOException {
        use.readLock().lock();
        try {
            Optional<IndexEntry> base = ceph.index().find(RbdIndex.BASES, source.lastObjectId());
            if (base.isEmpty()) {
                return false;
            }
            if (base.get().sizeBytes() > sizeBytes) {
                throw HypervisorProblem.forGood("The image is larger than the disk");
            }
            work.with(base.get());
            return true;
        } finally {
            use.readLock().unlock();
        }
    }

    private void make(CephConnection ceph, DiskSource source, long sizeBytes) throws IOException {
        if (ceph.index().find(RbdIndex.BASES, source.lastObjectId()).isPresent()) {
            return;
        }
        removeUnused(ceph);
        String name = Names.ofBase(source.lastObjectId());
        RbdImages all = ceph.images();
        try {
            all.create(name, sizeBytes);
            long bytes = all.fill(name, target -> sectors(images.copy(source, target, sizeBytes)));
            all.snapshot(name, SNAPSHOT);
            all.protect(name, SNAPSHOT);
            ceph.index().put(RbdIndex.BASES, source.lastObjectId(), new IndexEntry(name, bytes, true, 0, 0));
        } catch (IOException | RuntimeException failure) {
            removeUnnamed(ceph, source.lastObjectId(), name);
            throw failure;
        }
    }

    /** Who was not answered does not know what has been done: a base that the index names has to stay. */
    private void removeUnnamed(CephConnection ceph, UUID object, String name) {
        try {
            if (ceph.index().find(RbdIndex.BASES, object).isEmpty()) {
                remove(ceph, name);
            }
        } catch (IOException failure) {
            leftOvers.add(name);
        }
    }

    private static long sectors(long bytes) {
        return (bytes + SECTOR - 1) / SECTOR * SECTOR;
    }

    /** Takes the bytes that no disk shares; where a disk is being made, another time. */
    void removeUnused(CephConnection ceph) throws IOException {
        if (!use.writeLock().tryLock()) {
            return;
        }
        try {
            for (Map.Entry<UUID, IndexEntry> base :
                    ceph.index().all(RbdIndex.BASES).entrySet()) {
                String name = base.getValue().image();
                if (ceph.images().children(name, SNAPSHOT).isEmpty()) {
                    ceph.index().remove(RbdIndex.BASES, base.getKey());
                    removeOrLeave(ceph, name);
                }
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Nothing names it any more, and whoever wanted something else does not fail for it. */
    private void removeOrLeave(CephConnection ceph, String name) {
        try {
            remove(ceph, name);
        } catch (IOException failure) {
            leftOvers.add(name);
        }
    }

    /** With whatever there is of it already. */
    static void remove(CephConnection ceph, String name) throws IOException {
        if (!ceph.images().remove(name)) {
            ceph.images().removeSnapshot(name, SNAPSHOT);
            ceph.images().remove(name);
        }
    }
}
