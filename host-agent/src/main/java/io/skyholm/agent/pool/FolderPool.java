package io.skyholm.agent.pool;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.WRITE;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.folder.TrustedFolder;
import io.skyholm.events.host.DiskSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disks and their snapshots as sparse files in a folder. */
public final class FolderPool implements DiskPool {

    /** How the name of a disk ends that is not whole yet. */
    static final String DRAFT = ".draft";

    private final Path folder;
    private final SparseFiles disks;
    private final SparseFiles snapshots;
    private final Restorations restorations;
    private final ImageBytes images;

    /** Takes the bytes of images from where those are. */
    public FolderPool(Path folder, ImageBytes images) {
        this.folder = folder;
        this.disks = new SparseFiles(folder, ".raw", DRAFT);
        this.snapshots = new SparseFiles(folder, ".snapshot", ".snapshot-draft");
        this.restorations = new Restorations(folder);
        this.images = images;
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
                found.add(restorations.noted(disk));
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
            return found.isPresent() ? Optional.of(restorations.noted(found.get())) : found;
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be read", failure);
        }
    }

    @Override
    public void create(UUID id, long sizeBytes, @Nullable DiskSource source) {
        create(id, channel -> {
            if (source != null) {
                images.copy(source, channel::write, sizeBytes);
            }
            SparseFiles.extend(channel, sizeBytes);
        });
    }

    @Override
    public void createFrom(UUID snapshot, UUID id, long sizeBytes) {
        requireSnapshot(snapshot);
        create(id, channel -> fill(channel, snapshot, sizeBytes));
    }

    private void create(UUID id, SparseFiles.Content content) {
        if (isThere(disks, id, "disk")) {
            return;
        }
        try {
            disks.make(id, content);
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be made: " + reason(failure), failure);
        }
    }

    private void fill(FileChannel channel, UUID snapshot, long sizeBytes) throws IOException {
        snapshots.copy(snapshot, channel);
        SparseFiles.extend(channel, sizeBytes);
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
            SparseFiles.extend(channel, sizeBytes);
            channel.force(true);
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be made larger: " + reason(failure), failure);
        }
    }

    @Override
    public void remove(UUID id) {
        try {
            restorations.forget(id);
            disks.remove(id);
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be removed: " + reason(failure), failure);
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
            snapshots.make(id, channel -> disks.copy(disk, channel));
        } catch (IOException failure) {
            throw new HypervisorProblem("Snapshot " + id + " cannot be made: " + reason(failure), failure);
        }
    }

    @Override
    public void removeSnapshot(UUID id) {
        try {
            snapshots.remove(id);
        } catch (IOException failure) {
            throw new HypervisorProblem("Snapshot " + id + " cannot be removed: " + reason(failure), failure);
        }
    }

    /** Whoever is killed before it is noted does it again, with the same bytes. */
    @Override
    public void restoreFrom(UUID snapshot, UUID id, long sizeBytes, long generation) {
        try {
            removeDraft(id);
            requireSnapshot(snapshot);
            isThere(disks, id, "disk");
            replace(id, channel -> {
                fill(channel, snapshot, sizeBytes);
                restorations.begin(id, generation);
                disks.keepNames();
            });
            restorations.note(id, generation);
            disks.keepNames();
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be rolled back: " + reason(failure), failure);
        }
    }

    /** No pool counts the room that a draft takes beside the disk it is to replace: one that cannot be finished gives it back. */
    private void replace(UUID id, SparseFiles.Content content) throws IOException {
        try {
            disks.make(id, content);
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

    /** As a tenant may read it: whatever names a file of this host is left out. */
    private static String reason(IOException failure) {
        String said = failure instanceof FileSystemException ofFile ? ofFile.getReason() : failure.getMessage();
        return said == null ? "a file of the host cannot be used" : said;
    }
}
