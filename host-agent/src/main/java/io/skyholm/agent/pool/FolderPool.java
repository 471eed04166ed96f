package io.skyholm.agent.pool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.WRITE;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.pool.luks.DiskKeys;
import io.skyholm.agent.pool.luks.LuksDisk;
import io.skyholm.events.folder.TrustedFolder;
import io.skyholm.events.host.DiskSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
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

    private final Path folder;
    private final SparseFiles disks;
    private final SparseFiles snapshots;
    private final SparseFiles exports;
    private final Restorations restorations;
    private final EncryptedFiles encrypted;
    private final FolderChecks checks;
    private final ImageBytes images;
    private final ObjectDrafts objects;

    /** Takes the bytes of images from where those are, and leaves those of backups where the store takes them from. */
    public FolderPool(Path folder, ImageBytes images, ObjectDrafts objects) {
        this.folder = folder;
        this.disks = new SparseFiles(folder, ".raw", DRAFT);
        this.snapshots = new SparseFiles(folder, ".snapshot", ".snapshot-draft");
        this.exports = new SparseFiles(folder, ".export", ".export-draft");
        this.restorations = new Restorations(folder);
        this.encrypted = new EncryptedFiles(folder);
        this.checks = new FolderChecks(disks, restorations, FileChannel::read);
        this.images = images;
        this.objects = objects;
        try {
            TrustedFolder.make(folder);
        } catch (IOException failure) {
            throw new HypervisorProblem("There can be no disks in " + folder, failure);
        }
    }

    @Override
    public List<Disk> disks() {
        try {
            List<Disk> found = new ArrayList<>();
            for (Disk disk : disks.all()) {
                found.add(noted(disk));
            }
            return found;
        } catch (IOException failure) {
            throw new HypervisorProblem("The disks in " + folder + " cannot be read", failure);
        }
    }

    @Override
    public Optional<Disk> disk(UUID id) {
        try {
            Optional<Disk> found = disks.find(id);
            return found.isPresent() ? Optional.of(noted(found.get())) : found;
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be read", failure);
        }
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
        if (isThere(disks, id, "disk")) {
            return;
        }
        try {
            encrypted.forget(id);
            disks.make(id, isEncrypted, content);
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be made: " + FileFailures.reason(failure), failure);
        }
    }

    @Override
    public void changeKey(UUID id, DiskKeys keys) {
        requireEncrypted(id);
        try {
            encrypted.change(id, disks.file(id), keys);
        } catch (IOException failure) {
            throw new HypervisorProblem(
                    "The key of disk " + id + " cannot be changed: " + FileFailures.reason(failure), failure);
        }
    }

    @Override
    public boolean isOpenedBy(UUID id, DiskKeys keys) {
        requireEncrypted(id);
        try {
            return EncryptedFiles.isOpenedBy(disks.file(id), keys);
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be opened: " + FileFailures.reason(failure), failure);
        }
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

    /** A link there would be replaced by something that looks like it. */
    private static boolean isThere(SparseFiles files, UUID id, String what) {
        if (SparseFiles.isFile(files.file(id))) {
            return true;
        }
        if (Files.exists(files.file(id), NOFOLLOW_LINKS)) {
            throw new HypervisorProblem("Something else has the name of " + what + " " + id);
        }
        return false;
    }

    @Override
    public void grow(UUID id, long sizeBytes) {
        try (FileChannel channel = FileChannel.open(disks.file(id), WRITE, NOFOLLOW_LINKS)) {
            SparseFiles.extend(channel, header(disks.isEncrypted(id)) + sizeBytes);
            channel.force(true);
        } catch (IOException failure) {
            throw new HypervisorProblem(
                    "Disk " + id + " cannot be made larger: " + FileFailures.reason(failure), failure);
        }
    }

    @Override
    public void remove(UUID id) {
        try {
            restorations.forget(id);
            encrypted.forget(id);
            checks.removeDraft(id);
            disks.remove(id);
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be removed: " + FileFailures.reason(failure), failure);
        }
    }

    @Override
    public List<Disk> snapshots() {
        try {
            return snapshots.all();
        } catch (IOException failure) {
            throw new HypervisorProblem("The snapshots in " + folder + " cannot be read", failure);
        }
    }

    @Override
    public Optional<Disk> snapshot(UUID id) {
        try {
            return snapshots.find(id);
        } catch (IOException failure) {
            throw new HypervisorProblem("Snapshot " + id + " cannot be read", failure);
        }
    }

    @Override
    public void takeSnapshot(UUID id, UUID disk) {
        if (isThere(snapshots, id, "snapshot")) {
            return;
        }
        if (!SparseFiles.isFile(disks.file(disk))) {
            throw HypervisorProblem.notYet("Disk " + disk + " is not there yet");
        }
        try {
            snapshots.make(id, disks.isEncrypted(disk), channel -> disks.copy(disk, channel));
        } catch (IOException failure) {
            throw new HypervisorProblem("Snapshot " + id + " cannot be made: " + FileFailures.reason(failure), failure);
        }
    }

    @Override
    public void removeSnapshot(UUID id) {
        try {
            snapshots.remove(id);
        } catch (IOException failure) {
            throw new HypervisorProblem(
                    "Snapshot " + id + " cannot be removed: " + FileFailures.reason(failure), failure);
        }
    }

    @Override
    public List<Disk> exports() {
        try {
            return exports.all();
        } catch (IOException failure) {
            throw new HypervisorProblem("The exports in " + folder + " cannot be read", failure);
        }
    }

    @Override
    public Optional<Disk> export(UUID id) {
        try {
            return exports.find(id);
        } catch (IOException failure) {
            throw new HypervisorProblem("Export " + id + " cannot be read", failure);
        }
    }

    @Override
    public Optional<String> exportedSha256(UUID id) {
        try {
            return isThere(exports, id, "export") ? exports.text(id) : Optional.empty();
        } catch (IOException failure) {
            throw new HypervisorProblem("Export " + id + " cannot be read", failure);
        }
    }

    /** The note is a file with their sum: a draft without it while they are left with the store. Whoever is killed meanwhile does it again. */
    @Override
    public void export(UUID id, UUID snapshot, UUID object) {
        if (isThere(exports, id, "export")) {
            return;
        }
        requireSnapshot(snapshot);
        leave(id, "Snapshot " + snapshot, snapshots, snapshot, object);
    }

    @Override
    public void exportDisk(UUID id, UUID disk, UUID object) {
        if (isThere(exports, id, "export")) {
            return;
        }
        if (!isThere(disks, disk, "disk")) {
            throw new HypervisorProblem("Disk " + disk + " is not there");
        }
        leave(id, "Disk " + disk, disks, disk, object);
    }

    private void leave(UUID id, String what, SparseFiles files, UUID file, UUID object) {
        try {
            exports.make(id, note -> {
                ByteBuffer sum = UTF_8.encode(leave(files, file, object));
                while (sum.hasRemaining()) {
                    note.write(sum);
                }
            });
        } catch (IOException failure) {
            throw new HypervisorProblem(
                    what + " cannot be left with the object store: " + FileFailures.reason(failure), failure);
        }
    }

    private String leave(SparseFiles files, UUID file, UUID object) throws IOException {
        String left = objects.leave(object, draft -> files.copy(file, draft));
        if (!left.equals(files.sha256(file))) {
            throw new IOException("the object store has other bytes than were written");
        }
        return left;
    }

    @Override
    public void forgetExport(UUID id) {
        try {
            exports.remove(id);
        } catch (IOException failure) {
            throw new HypervisorProblem(
                    "Export " + id + " cannot be forgotten: " + FileFailures.reason(failure), failure);
        }
    }

    @Override
    public Set<UUID> checks() {
        try {
            return checks.noted();
        } catch (IOException failure) {
            throw new HypervisorProblem("The checks in " + folder + " cannot be read", failure);
        }
    }

    @Override
    public Optional<CheckNote> check(UUID disk) {
        try {
            return checks.find(disk);
        } catch (IOException failure) {
            throw new HypervisorProblem("The check of disk " + disk + " cannot be read", failure);
        }
    }

    @Override
    public void check(UUID disk, long sizeBytes, boolean repair, long run) {
        try {
            checks.check(disk, sizeBytes, repair, run);
        } catch (IOException failure) {
            throw new HypervisorProblem(
                    "Disk " + disk + " cannot be checked: " + FileFailures.reason(failure), failure);
        }
    }

    @Override
    public void forgetCheck(UUID disk) {
        try {
            checks.forget(disk);
        } catch (IOException failure) {
            throw new HypervisorProblem(
                    "The check of disk " + disk + " cannot be forgotten: " + FileFailures.reason(failure), failure);
        }
    }

    /** Whoever is killed before it is noted does it again, with the same bytes. */
    @Override
    public void restoreFrom(UUID snapshot, UUID id, long sizeBytes, long generation) {
        try {
            removeDraft(id);
            requireSnapshot(snapshot);
            isThere(disks, id, "disk");
            replace(id, snapshots.isEncrypted(snapshot), channel -> {
                fill(channel, snapshot, sizeBytes);
                encrypted.forget(id);
                restorations.begin(id, generation);
                disks.keepNames();
            });
            restorations.note(id, generation);
            disks.keepNames();
        } catch (IOException failure) {
            throw new HypervisorProblem(
                    "Disk " + id + " cannot be rolled back: " + FileFailures.reason(failure), failure);
        }
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
