package io.skyholm.agent.pool;

import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.events.host.DiskSource;
import io.skyholm.events.host.RbdImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every pool of disks can do. Each call may be repeated, and may be cut short at any point by the end of the process or of the
 * machine: a disk is then whole as it was or as it should become, or shows as not whole. What failed says so with a {@link
 * io.skyholm.agent.hypervisor.HypervisorProblem}.
 */
public interface DiskPool {

    /** All that it has of disks, whole or not. */
    List<Disk> disks();

    /** What it has of one. */
    Optional<Disk> disk(UUID id);

    /**
     * A disk, and where it is.
     *
     * @param image the one in Ceph; null in a pool that is not there
     */
    record Located(Disk disk, @Nullable RbdImage image) {}

    /** The same with where it is: each thing of a host is looked at again and again, and each look should be one request. */
    default Optional<Located> located(UUID id) {
        return disk(id).map(disk -> new Located(disk, null));
    }

    /** Makes a disk of that size, which begins with the bytes of the source, and with zeros after them. */
    default void create(UUID id, long sizeBytes, @Nullable DiskSource source) {
        create(id, sizeBytes, source, null);
    }

    /**
     * The same with an encrypted one where there are keys, of which nobody knows what follows after the bytes of the source. Where those are of an
     * encrypted disk themselves, its key has to be changed next.
     */
    void create(UUID id, long sizeBytes, @Nullable DiskSource source, @Nullable DiskKeys keys);

    /** Has the current key open an encrypted disk that one of its keys opens, and nothing else from then on. */
    void changeKey(UUID id, DiskKeys keys);

    /** Whether the current key opens an encrypted disk. */
    boolean isOpenedBy(UUID id, DiskKeys keys);

    /** Makes a disk larger; what is new are zeros. */
    void grow(UUID id, long sizeBytes);

    /** Removes a disk and whatever is left of one. It is gone for good when this returns. */
    void remove(UUID id);

    /** All that it has of snapshots, whole or not. */
    List<Disk> snapshots();

    /** What it has of one. */
    Optional<Disk> snapshot(UUID id);

    /** Whether it keeps the bytes of one moment of a disk that somebody writes to. */
    default boolean keepsMoments() {
        return false;
    }

    /** How many disks share the bytes of a snapshot, and get their own before it goes. */
    default int sharers(UUID snapshot) {
        return 0;
    }

    /** Keeps the bytes that a disk has now, which nobody may write to meanwhile unless it {@link #keepsMoments}. */
    void takeSnapshot(UUID id, UUID disk);

    /** Removes a snapshot and whatever is left of one. */
    void removeSnapshot(UUID id);

    /** All that it has noted of exports, whether their bytes are with the object store or not all of them. */
    List<Disk> exports();

    /** What it has noted of one. */
    Optional<Disk> export(UUID id);

    /** Of all bytes of what one has left, in hexadecimal; empty until it has, and where an agent of before has noted none. */
    Optional<String> exportedSha256(UUID id);

    /** How many bytes the difference has that one has left; 0 where it has left all bytes, and until it has. */
    default long differenceBytes(UUID id) {
        return 0;
    }

    /** Leaves the bytes of a snapshot with the object store, and notes that once they are there as they were read. */
    void export(UUID id, UUID snapshot, UUID object);

    /** The same, or less: a pool that knows what has changed since the base, another snapshot of the same disk, may leave the difference to that. */
    default void export(UUID id, UUID snapshot, @Nullable UUID base, UUID object) {
        export(id, snapshot, object);
    }

    /** The same with the bytes that a disk has now, which nobody may write to meanwhile. */
    void exportDisk(UUID id, UUID disk, UUID object);

    /** Forgets an export. What is with the object store stays there, and is the store's. */
    void forgetExport(UUID id);

    /** Makes a disk of that size, which begins with the bytes of a snapshot, and with zeros after them. */
    default void createFrom(UUID snapshot, UUID id, long sizeBytes) {
        createFrom(snapshot, id, sizeBytes, null);
    }

    /**
     * The same with an encrypted one where there are keys, of which nobody knows what follows after the bytes of the snapshot. Where that is of an
     * encrypted disk itself, its key has to be changed next.
     */
    void createFrom(UUID snapshot, UUID id, long sizeBytes, @Nullable DiskKeys keys);

    /**
     * Gives a disk the bytes of a snapshot in place of all its own, and notes the generation that asked for it. The key of an encrypted one has to be
     * changed next.
     */
    void restoreFrom(UUID snapshot, UUID id, long sizeBytes, long generation);

    /** The disks of whose checks it has noted a result. */
    Set<UUID> checks();

    /** The result that it has noted of a disk's last check. */
    Optional<CheckNote> check(UUID disk);

    /**
     * Looks whether a disk is what it should be, and notes the result in place of the one before. Whoever is killed meanwhile does it again. What
     * keeps it from looking, as a store that is away, fails, and is no result.
     *
     * @param sizeBytes how large it should be; one that is larger is about to be
     * @param repair whether what can be mended without any other bytes is mended; nobody may use the disk meanwhile
     * @param run which check of this disk it is
     */
    void check(UUID disk, long sizeBytes, boolean repair, long run);

    /** Forgets the result of a check. */
    void forgetCheck(UUID disk);
}
