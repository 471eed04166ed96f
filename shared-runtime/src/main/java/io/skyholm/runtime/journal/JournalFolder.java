package io.skyholm.runtime.journal;

import io.skyholm.events.EventJson;
import io.skyholm.events.audit.CallFact;
import io.skyholm.events.folder.TrustedFolder;
import io.skyholm.runtime.tenant.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Where processes keep their journals: each has a folder of its own, locked while it lives, and takes over those of the dead. */
final class JournalFolder {

    private static final Logger LOG = Logger.getLogger(JournalFolder.class);
    private static final String LOCK = "lock";

    private final Path root;
    private final Path own;

    /** A channel that nobody refers to is closed by the garbage collector, and its lock with it. */
    private final Map<Path, FileChannel> locks = new ConcurrentHashMap<>();

    JournalFolder(Path root) {
        this.root = root;
        this.own = root.resolve(Ids.next().toString());
        try {
            TrustedFolder.make(root);
            TrustedFolder.make(own);
            if (!lock(own)) {
                throw new IOException("somebody holds " + own);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot keep the journal of calls in " + root
                            + "; give a folder that is this user's alone by SKYHOLM_JOURNAL",
                    failure);
        }
    }

    Segment newSegment() {
        return new Segment(own.resolve(Ids.next() + ".jsonl"));
    }

    /** The folders of processes that are gone. Their locks are held from here on. */
    List<Path> ofTheDead() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> !folder.equals(own) && isOurs(folder) && takeOver(folder))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + root, failure);
        }
    }

    /** The last that a journal says of each call. A line that was cut off says nothing. */
    static List<CallFact> read(Path folder) {
        Map<UUID, CallFact> calls = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    read(line, calls);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + folder, failure);
        }
        return List.copyOf(calls.values());
    }

    /** Removes the folder of a dead process, which this one has taken over. */
    void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
            unlock(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove " + folder, failure);
        }
    }

    private static void read(String line, Map<UUID, CallFact> calls) {
        try {
            CallFact call = EventJson.read(line, CallFact.class);
            calls.put(call.id(), call);
        } catch (RuntimeException cutOff) {
            LOG.warnf("A line of a journal was cut off: %s", cutOff.getMessage());
        }
    }

    /** Nobody else can have made a folder here, unless this one was open to others before. */
    private boolean isOurs(Path folder) {
        try {
            boolean ours = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder).equals(Files.getOwner(own));
            if (!ours) {
                LOG.warnf("%s is no journal of this user, and is left alone", folder);
            }
            return ours;
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean takeOver(Path folder) {
        try {
            return locks.containsKey(folder) || lock(folder);
        } catch (IOException | OverlappingFileLockException notOurs) {
            return false;
        }
    }

    /** The lock is held as long as this process lives, or until the folder is deleted. */
    private boolean lock(Path folder) throws IOException {
        FileChannel channel = open(folder);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (taken) {
            locks.put(folder, channel);
        }
        return taken;
    }

    private void unlock(Path folder) throws IOException {
        FileChannel channel = locks.remove(folder);
        if (channel != null) {
            channel.close();
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
