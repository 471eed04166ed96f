package io.skyholm.storage.object;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Objects in a folder. Each is a folder of its own with a file for each part, which moves from {@code receiving} to {@code sealed} by one
 * rename: nothing is copied, and there is no moment at which half of it is sealed.
 */
final class FolderStorage implements ObjectStorage {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Path receiving;
    private final Path sealed;

    FolderStorage(Path root) {
        this.receiving = root.resolve("receiving");
        this.sealed = root.resolve("sealed");
    }

    @Override
    public PartWriter begin(UUID object, String part) throws IOException {
        Path path = receiving.resolve(object.toString());
        if (!Files.isDirectory(path, NOFOLLOW_LINKS)) {
            Files.createDirectories(receiving);
            Files.createDirectory(path);
            syncFolder(receiving);
        }
        try (ObjectFolder folder = ObjectFolder.of(path)) {
            FileChannel channel = folder.open(part, CREATE_NEW, WRITE);
            syncFolder(path);
            return new FilePart(channel);
        }
    }

    @Override
    public void forget(UUID object, String part) throws IOException {
        Path path = receiving.resolve(object.toString());
        if (Files.isDirectory(path, NOFOLLOW_LINKS)) {
            try (ObjectFolder folder = ObjectFolder.of(path)) {
                folder.delete(part);
            }
        }
    }

    /** Part files are numbered as they are cut, so that their names say their order to whoever reads the object alone. */
    @Override
    public void seal(UUID object, List<StoredPart> parts) throws IOException {
        Path whole = sealed.resolve(object.toString());
        if (Files.isDirectory(whole, NOFOLLOW_LINKS)) {
            return;
        }
        Path path = receiving.resolve(object.toString());
        try (ObjectFolder folder = ObjectFolder.of(path)) {
            number(folder, parts);
        }
        syncFolder(path);
        Files.createDirectories(sealed);
        Files.move(path, whole, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(sealed);
        syncFolder(receiving);
    }

    /** Each part gets its number, and what is no part goes. */
    private static void number(ObjectFolder folder, List<StoredPart> parts) throws IOException {
        for (int number = 0; number < parts.size(); number++) {
            StoredPart part = parts.get(number);
            if (!folder.names().contains(nameOf(number))) {
                cut(folder, part.name(), part.sizeBytes());
                folder.rename(part.name(), nameOf(number));
            }
        }
        for (String name : folder.names()) {
            if (!isOneOf(name, parts.size())) {
                folder.delete(name);
            }
        }
    }

    @Override
    public ObjectReader read(UUID object, long from, long length) throws IOException {
        return new FolderReader(ObjectFolder.of(sealed.resolve(object.toString())), from, length);
    }

    @Override
    public void remove(UUID object) throws IOException {
        for (Path root : List.of(sealed, receiving)) {
            Path path = root.resolve(object.toString());
            if (Files.exists(path, NOFOLLOW_LINKS)) {
                empty(path);
                Files.deleteIfExists(path);
                syncFolder(root);
            }
        }
    }

    private static void empty(Path path) throws IOException {
        if (Files.isDirectory(path, NOFOLLOW_LINKS)) {
            try (ObjectFolder folder = ObjectFolder.of(path)) {
                for (String name : folder.names()) {
                    folder.delete(name);
                }
            }
        }
    }

    @Override
    public StoredPage list(@Nullable UUID after, int most) throws IOException {
        String from = after == null ? "" : after.toString();
        NavigableSet<String> names = new TreeSet<>();
        for (Path root : List.of(receiving, sealed)) {
            if (Files.isDirectory(root)) {
                filesIn(root).stream()
                        .map(FolderStorage::nameOf)
                        .filter(name ->
                                name.compareTo(from) > 0 && ID.matcher(name).matches())
                        .forEach(names::add);
            }
        }
        List<StoredObject> kept = new ArrayList<>();
        Iterator<String> left = names.iterator();
        while (left.hasNext() && kept.size() < most) {
            found(left.next()).ifPresent(kept::add);
        }
        return new StoredPage(kept, left.hasNext());
    }

    /** One that is not sealed any more is sealed by now, or gone. */
    private Optional<StoredObject> found(String name) throws IOException {
        Optional<StoredObject> open = found(receiving.resolve(name), false);
        return open.isPresent() ? open : found(sealed.resolve(name), true);
    }

    /** What is no folder, or has what is no part, is nobody's object, and is found as one that can be removed. */
    private static Optional<StoredObject> found(Path path, boolean whole) throws IOException {
        try {
            Instant changed = Files.getLastModifiedTime(path, NOFOLLOW_LINKS).toInstant();
            return Optional.of(new StoredObject(UUID.fromString(nameOf(path)), sizeOf(path), whole, changed));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static long sizeOf(Path path) throws IOException {
        long size = 0;
        if (Files.isDirectory(path, NOFOLLOW_LINKS)) {
            for (Path file : filesIn(path)) {
                size += Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS)
                        .size();
            }
        }
        return size;
    }

    private static void cut(ObjectFolder folder, String name, long size) throws IOException {
        try (FileChannel channel = folder.open(name, WRITE)) {
            if (channel.size() < size) {
                throw new IOException("%s has %d bytes of %d".formatted(name, channel.size(), size));
            }
            channel.truncate(size);
            channel.force(true);
        }
    }

    private static String nameOf(int number) {
        return "%06d".formatted(number);
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean isOneOf(String name, int parts) {
        return name.length() == 6 && name.chars().allMatch(Character::isDigit) && Integer.parseInt(name) < parts;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            found.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    private record FilePart(FileChannel channel) implements PartWriter {

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void sync() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
