package io.skyholm.agent.pool.folder;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.WRITE;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.CheckNote;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.DiskPool;
import io.skyholm.agent.pool.ImageBytes;
import io.skyholm.agent.pool.ObjectDrafts;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.pool.luks.LuksDisk;
import io.skyholm.events.folder.TrustedFolder;
import io.skyholm.events.host.DiskSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disks and their snapshots as sparse files in a folder. */
public final class FolderPool implements DiskPool {

    /** How the name of a disk ends that is not whole yet. */
    static final String DRAFT = ".draft";

    private final SparseFiles disks;
    private final SparseFiles snapshots;
    private final FolderExports exports;
    private final Restorations restorations;
    private final EncryptedFiles encrypted;
    private final FolderChecks checks;
    private final ImageBytes images;

    /** Takes the bytes of images from where those are, and leaves those of backups where the store takes them from. */
    public FolderPool(Path folder, ImageBytes images, ObjectDrafts objects) {
        this.disks = new SparseFiles(folder, ".raw", DRAFT);
        this.snapshots = new SparseFiles(folder, ".snapshot", ".snapshot-draft");
        this.exports = new FolderExports(new SparseFiles(folder, ".export", ".export-draft"), objects);
        this.restorations = new Restorations(folder);
        this.encrypted = new EncryptedFiles(folder);
        this.checks = new FolderChecks(disks, restorations, FileChannel::read);
        this.images = images;
        FolderWork.change("The folder of disks cannot be made", () -> TrustedFolder.make(folder));
    }

    @Override
    public List<Disk> disks() {
        return FolderWork.read("The disks cannot be read", () -> {
            List<Disk> found = new ArrayList<>();
            for (Disk disk : disks.all()) {
                found.add(noted(disk));
            }
            return found;
        });
    }

    @Override
    public Optional<Disk> disk(UUID id) {
        return FolderWork.read("Disk " + id + " cannot be read", () -> {
            Optional<Disk> found = disks.find(id);
            return found.isPresent() ? Optional.of(noted(found.get())) : found;
        });
    }

    private Disk noted(Disk disk) throws IOException {
        return encrypted.noted(restorations.noted(disk));
    }

    /** The file that has the bytes of a disk, with its header where it is encrypted; empty while that is not whole. */
    public Optional<Path> file(UUID disk) {
        return Optional.of(disks.file(disk)).filter(SparseFiles::isFile);
    }

    /** Whether only a key opens it. */
    public boolean isEncrypted(UUID disk) {
        return disks.isEncrypted(disk);
    }

    @Override
    public void create(UUID id, long sizeBytes, @Nullable DiskSource source, @Nullable DiskKeys keys) {
        if (keys == null) {
            create(id, false, channel -> {
                if (source != null) {
                    images.copy(source, channel::write, sizeBytes);
                }
                SparseFiles.extend(channel, sizeBytes);
            });
        } else if (source != null && source.holdsEncrypted()) {
            create(id, true, channel -> {
                images.copy(source, channel::write, LuksDisk.HEADER + sizeBytes);
                SparseFiles.extend(channel, LuksDisk.HEADER + sizeBytes);
            });
        } else {
            createEncrypted(id, sizeBytes, keys, filling -> {
                if (source != null) {
                    filling.endAt(images.copy(source, filling::write, sizeBytes));
                }
            });
        }
    }

    @Override
    public void createFrom(UUID snapshot, UUID id, long sizeBytes, @Nullable DiskKeys keys) {
        requireSnapshot(snapshot);
        boolean isEncrypted = snapshots.isEncrypted(snapshot);
        if (isEncrypted && keys == null) {
            throw HypervisorProblem.forGood("Snapshot " + snapshot + " is encrypted, and the disk is not to be");
        }
        if (keys == null || isEncrypted) {
            create(id, isEncrypted, channel -> fill(channel, snapshot, sizeBytes));
        } else {
            createEncrypted(id, sizeBytes, keys, filling -> filling.endAt(snapshots.copy(snapshot, filling::write)));
        }
    }

    /** That its key opens it, and nothing else, is noted last: who is killed before has it changed to itself. */
    private void createEncrypted(UUID id, long sizeBytes, DiskKeys keys, EncryptedFiles.Content content) {
        create(id, true, channel -> {
            EncryptedFiles.fill(channel, keys, content);
            SparseFiles.extend(channel, LuksDisk.HEADER + sizeBytes);
        });
    }

    private void create(UUID id, boolean isEncrypted, SparseFiles.Content content) {
        if (disks.isThere(id, "disk")) {
            return;
        }
        FolderWork.change("Disk " + id + " cannot be made", () -> {
            encrypted.forget(id);
            disks.make(id, isEncrypted, content);
        });
    }

    @Override
    public void changeKey(UUID id, DiskKeys keys) {
        requireEncrypted(id);
        FolderWork.change(
                "The key of disk " + id + " cannot be changed", () -> encrypted.change(id, disks.file(id), keys));
    }

    @Override
    public boolean isOpenedBy(UUID id, DiskKeys keys) {
        requireEncrypted(id);
        return FolderWork.read(
                "Disk " + id + " cannot be opened", () -> EncryptedFiles.isOpenedBy(disks.file(id), keys));
    }

    private void requireEncrypted(UUID id) {
        if (!disks.isEncrypted(id)) {
            throw new HypervisorProblem("There is no encrypted disk " + id);
        }
    }

    private void fill(FileChannel channel, UUID snapshot, long sizeBytes) throws IOException {
        snapshots.copy(snapshot, channel);
        SparseFiles.extend(channel, header(snapshots.isEncrypted(snapshot)) + sizeBytes);
    }

    private static long header(boolean isEncrypted) {
        return isEncrypted ? LuksDisk.HEADER : 0;
    }

    @Override
    public void grow(UUID id, long sizeBytes) {
        FolderWork.change("Disk " + id + " cannot be made larger", () -> {
            try (FileChannel channel = FileChannel.open(disks.file(id), WRITE, NOFOLLOW_LINKS)) {
                SparseFiles.extend(channel, header(disks.isEncrypted(id)) + sizeBytes);
                channel.force(true);
            }
        });
    }

    @Override
    public void remove(UUID id) {
        FolderWork.change("Disk " + id + " cannot be removed", () -> {
            restorations.forget(id);
            encrypted.forget(id);
            checks.removeDraft(id);
            disks.remove(id);
        });
    }

    @Override
    public List<Disk> snapshots() {
        return FolderWork.read("The snapshots cannot be read", () -> snapshots.all());
    }

    @Override
    public Optional<Disk> snapshot(UUID id) {
        return FolderWork.read("Snapshot " + id + " cannot be read", () -> snapshots.find(id));
    }

    @Override
    public void takeSnapshot(UUID id, UUID disk) {
        if (snapshots.isThere(id, "snapshot")) {
            return;
        }
        if (!SparseFiles.isFile(disks.file(disk))) {
            throw HypervisorProblem.notYet("Disk " + disk + " is not there yet");
        }
        FolderWork.change(
                "Snapshot " + id + " cannot be made",
                () -> snapshots.make(id, disks.isEncrypted(disk), channel -> disks.copy(disk, channel)));
    }

    @Override
    public void removeSnapshot(UUID id) {
        FolderWork.change("Snapshot " + id + " cannot be removed", () -> snapshots.remove(id));
    }

    @Override
    public List<Disk> exports() {
        return FolderWork.read("The exports cannot be read", exports::all);
    }

    @Override
    public Optional<Disk> export(UUID id) {
        return FolderWork.read("Export " + id + " cannot be read", () -> exports.find(id));
    }

    @Override
    public Optional<String> exportedSha256(UUID id) {
        return FolderWork.read("Export " + id + " cannot be read", () -> exports.sha256(id));
    }

    @Override
    public void export(UUID id, UUID snapshot, UUID object) {
        if (!exports.isDone(id)) {
            requireSnapshot(snapshot);
            FolderWork.change(
                    "Snapshot " + snapshot + " cannot be left with the object store",
                    () -> exports.leave(id, snapshots, snapshot, object));
        }
    }

    @Override
    public void exportDisk(UUID id, UUID disk, UUID object) {
        if (!exports.isDone(id)) {
            if (!disks.isThere(disk, "disk")) {
                throw new HypervisorProblem("Disk " + disk + " is not there");
            }
            FolderWork.change(
                    "Disk " + disk + " cannot be left with the object store",
                    () -> exports.leave(id, disks, disk, object));
        }
    }

    @Override
    public void forgetExport(UUID id) {
        FolderWork.change("Export " + id + " cannot be forgotten", () -> exports.forget(id));
    }

    @Override
    public Set<UUID> checks() {
        return FolderWork.read("The checks cannot be read", () -> checks.noted());
    }

    @Override
    public Optional<CheckNote> check(UUID disk) {
        return FolderWork.read("The check of disk " + disk + " cannot be read", () -> checks.find(disk));
    }

    @Override
    public void check(UUID disk, long sizeBytes, boolean repair, long run) {
        FolderWork.change("Disk " + disk + " cannot be checked", () -> checks.check(disk, sizeBytes, repair, run));
    }

    @Override
    public void forgetCheck(UUID disk) {
        FolderWork.change("The check of disk " + disk + " cannot be forgotten", () -> checks.forget(disk));
    }

    /** Whoever is killed before it is noted does it again, with the same bytes. */
    @Override
    public void restoreFrom(UUID snapshot, UUID id, long sizeBytes, long generation) {
        FolderWork.change("Disk " + id + " cannot be rolled back", () -> {
            removeDraft(id);
            requireSnapshot(snapshot);
            disks.isThere(id, "disk");
            replace(id, snapshots.isEncrypted(snapshot), channel -> {
                fill(channel, snapshot, sizeBytes);
                encrypted.forget(id);
                restorations.begin(id, generation);
                disks.keepNames();
            });
            restorations.note(id, generation);
            disks.keepNames();
        });
    }

    /** No pool counts the room that a draft takes beside the disk it is to replace: one that cannot be finished gives it back. */
    private void replace(UUID id, boolean isEncrypted, SparseFiles.Content content) throws IOException {
        try {
            disks.make(id, isEncrypted, content);
        } catch (IOException | RuntimeException failure) {
            removeDraft(id);
            throw failure;
        }
    }

    private void removeDraft(UUID id) throws IOException {
        restorations.giveUp(id);
        disks.removeDraft(id);
    }

    private void requireSnapshot(UUID snapshot) {
        if (!SparseFiles.isFile(snapshots.file(snapshot))) {
            throw new HypervisorProblem("Snapshot " + snapshot + " is not there");
        }
    }
}
