package io.skyholm.agent.pool;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.folder.TrustedFolder;
import io.skyholm.events.host.DiskSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Disks as sparse files in a folder. One is made under another name, which it loses when it is whole and on the disk. Files whose
 * names are not those of disks are somebody else's.
 */
public final class FolderPool implements DiskPool {

    private static final String WHOLE = ".raw";
    private static final String DRAFT = ".draft";
    private static final int LENGTH_OF_ID = 36;

    private final Path folder;
    private final ImageBytes images;

    /** Takes the bytes of images from where those are. */
    public FolderPool(Path folder, ImageBytes images) {
        this.folder = folder;
        this.images = images;
        try {
            TrustedFolder.make(folder);
        } catch (IOException failure) {
            throw new HypervisorProblem("There can be no disks in " + folder, failure);
        }
    }

    @Override
    public List<Disk> disks() {
        List<Disk> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                idOf(file)
                        .flatMap(this::disk)
                        .filter(disk -> !found.contains(disk))
                        .ifPresent(found::add);
            }
        } catch (IOException failure) {
            throw new HypervisorProblem("The disks in " + folder + " cannot be read", failure);
        }
        return found;
    }

    @Override
    public Optional<Disk> disk(UUID id) {
        try {
            Optional<Disk> draft = present(id, draft(id), false);
            Optional<Disk> disk = present(id, whole(id), true);
            return disk.isPresent() ? disk : draft;
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be read", failure);
        }
    }

    /** The draft has to be looked for first: it may become the disk between two looks, and never the other way round. */
    private static Optional<Disk> present(UUID id, Path file, boolean isWhole) throws IOException {
        try {
            return isFile(file) ? Optional.of(new Disk(id, Files.size(file), isWhole)) : Optional.empty();
        } catch (NoSuchFileException renamedOrRemoved) {
            return Optional.empty();
        }
    }

    @Override
    public void create(UUID id, long sizeBytes, @Nullable DiskSource source) {
        if (isFile(whole(id))) {
            return;
        }
        if (Files.exists(whole(id), NOFOLLOW_LINKS)) {
            throw new HypervisorProblem("Something else has the name of disk " + id);
        }
        try (FileChannel channel = FileChannel.open(draft(id), CREATE, WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS)) {
            if (source != null) {
                images.copy(source, channel, sizeBytes);
            }
            extend(channel, sizeBytes);
            channel.force(true);
            Files.move(draft(id), whole(id), StandardCopyOption.ATOMIC_MOVE);
            keepNames();
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be made: " + reason(failure), failure);
        }
    }

    @Override
    public void grow(UUID id, long sizeBytes) {
        try (FileChannel channel = FileChannel.open(whole(id), WRITE, NOFOLLOW_LINKS)) {
            extend(channel, sizeBytes);
            channel.force(true);
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be made larger: " + reason(failure), failure);
        }
    }

    @Override
    public void remove(UUID id) {
        try {
            for (Path file : List.of(whole(id), draft(id))) {
                if (isFile(file)) {
                    Files.delete(file);
                }
            }
            keepNames();
        } catch (IOException failure) {
            throw new HypervisorProblem("Disk " + id + " cannot be removed: " + reason(failure), failure);
        }
    }

    /** As a tenant may read it: whatever names a file of this host is left out. */
    private static String reason(IOException failure) {
        String said = failure instanceof FileSystemException ofFile ? ofFile.getReason() : failure.getMessage();
        return said == null ? "a file of the host cannot be used" : said;
    }

    /** One byte at the end is all that is written; what lies before it takes no room until somebody writes there. */
    private static void extend(FileChannel channel, long sizeBytes) throws IOException {
        if (channel.size() < sizeBytes) {
            channel.write(ByteBuffer.allocate(1), sizeBytes - 1);
        }
    }

    /** A file's name is in its folder, which is kept apart from what the file holds. */
    private void keepNames() throws IOException {
        try (FileChannel names = FileChannel.open(folder, READ)) {
            names.force(true);
        }
    }

    private Path whole(UUID id) {
        return folder.resolve(id + WHOLE);
    }

    private Path draft(UUID id) {
        return folder.resolve(id + DRAFT);
    }

    /** A link could lead to somebody else's file, which would be written or removed in place of the disk. */
    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, NOFOLLOW_LINKS);
    }

    private static Optional<UUID> idOf(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.length() <= LENGTH_OF_ID || !(name.endsWith(WHOLE) || name.endsWith(DRAFT))) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(name.substring(0, LENGTH_OF_ID));
            boolean isOne = name.equals(id + WHOLE) || name.equals(id + DRAFT);
            return isOne ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
