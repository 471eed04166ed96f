package io.skyholm.agent.pool.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.skyholm.agent.pool.CheckNote;
import io.skyholm.agent.pool.Disk;
import io.skyholm.agent.pool.FileFailures;
import io.skyholm.agent.pool.Findings;
import io.skyholm.events.EventJson;
import io.skyholm.events.MalformedEventException;
import io.skyholm.events.host.CheckResult;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Checks of the disks in a folder. The result of each is a small file beside the disk. */
final class FolderChecks {

    private static final int PIECE = 1 << 16;

    private final SparseFiles disks;
    private final SparseFiles notes;
    private final Restorations restorations;
    private final Reading reading;

    /** Reads a piece of a file. */
    @FunctionalInterface
    interface Reading {

        int read(FileChannel file, ByteBuffer piece, long at) throws IOException;
    }

    FolderChecks(SparseFiles disks, Restorations restorations, Reading reading) {
        this.disks = disks;
        this.notes = new SparseFiles(disks.folder(), ".check", ".check-draft");
        this.restorations = restorations;
        this.reading = reading;
    }

    Set<UUID> noted() throws IOException {
        return notes.all().stream().filter(Disk::whole).map(Disk::id).collect(Collectors.toSet());
    }

    /** One that cannot be read is none: the disk is checked anew. */
    Optional<CheckNote> find(UUID disk) throws IOException {
        if (!SparseFiles.isFile(notes.file(disk))) {
            return Optional.empty();
        }
        try {
            return Optional.of(EventJson.read(Files.readString(notes.file(disk)), CheckNote.class));
        } catch (NoSuchFileException | MalformedEventException none) {
            return Optional.empty();
        }
    }

    void check(UUID disk, long sizeBytes, boolean repair, long run) throws IOException {
        String note = EventJson.write(new CheckNote(run, look(disk, sizeBytes, repair)));
        notes.make(disk, channel -> {
            int written = channel.write(ByteBuffer.wrap(note.getBytes(UTF_8)));
            assert written > 0;
        });
    }

    void forget(UUID disk) throws IOException {
        notes.remove(disk);
    }

    /** What whoever was killed has left of a note. */
    void removeDraft(UUID disk) throws IOException {
        notes.removeDraft(disk);
    }

    private CheckResult look(UUID disk, long sizeBytes, boolean repair) throws IOException {
        Findings findings = new Findings();
        Path file = disks.file(disk);
        if (SparseFiles.isFile(file)) {
            if (repair) {
                removeRollback(disk, findings);
            }
            checkSize(file, disks.header(disk), sizeBytes, repair, findings);
            read(file, findings);
        } else if (Files.exists(file, NOFOLLOW_LINKS)) {
            findings.damaged("Something else has the name of the disk's file");
        } else {
            findings.damaged("The file of the disk is not there");
        }
        return findings.result();
    }

    /** While nobody uses the disk, no rollback goes on either: a draft beside the disk is of one that was cut short. */
    private void removeRollback(UUID disk, Findings findings) throws IOException {
        if (SparseFiles.isFile(disks.file(disk, disks.draft()))) {
            restorations.giveUp(disk);
            disks.removeDraft(disk);
            findings.repaired("What a rollback had left that was cut short is removed");
        }
    }

    private static void checkSize(Path file, long header, long sizeBytes, boolean repair, Findings findings)
            throws IOException {
        long is = Files.size(file) - header;
        if (is >= sizeBytes) {
            return;
        }
        String what = "The disk has " + is + " of " + sizeBytes + " bytes";
        if (repair) {
            try (FileChannel channel = FileChannel.open(file, WRITE, NOFOLLOW_LINKS)) {
                SparseFiles.extend(channel, header + sizeBytes);
                channel.force(true);
            }
            findings.repaired(what + ", and was grown to them");
        } else {
            findings.damaged(what);
        }
    }

    /** Holes have nothing that could be damaged. */
    private void read(Path file, Findings findings) throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ, NOFOLLOW_LINKS);
                FileExtents extents = FileExtents.of(file, channel.size())) {
            long size = channel.size();
            long begin = extents.nextBytes(0);
            while (begin < size) {
                long end = extents.endOf(begin);
                read(channel, begin, end, findings);
                begin = extents.nextBytes(end);
            }
        }
    }

    private void read(FileChannel channel, long begin, long end, Findings findings) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        long at = begin;
        while (at < end) {
            int wanted = (int) Math.min(PIECE, end - at);
            at += read(channel, piece.clear().limit(wanted), at, findings);
        }
    }

    /** Gives how many bytes are behind it, be it that they cannot be read. */
    private int read(FileChannel channel, ByteBuffer piece, long at, Findings findings) throws IOException {
        int length = piece.limit();
        int read;
        try {
            read = reading.read(channel, piece, at);
        } catch (ClosedChannelException givenUp) {
            throw givenUp;
        } catch (IOException broken) {
            findings.unreadable(at, at + length, FileFailures.reason(broken));
            return length;
        }
        if (read <= 0) {
            throw new EOFException("the disk became shorter meanwhile");
        }
        return read;
    }
}
