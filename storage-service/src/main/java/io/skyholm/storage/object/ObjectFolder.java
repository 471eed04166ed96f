package io.skyholm.storage.object;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of an object, opened once. Hosts can write beside it: a link that one has put there, or puts there meanwhile, leads nowhere, and
 * only plain files are parts.
 */
final class ObjectFolder implements Closeable {

    private final SecureDirectoryStream<Path> opened;
    private final List<String> names;

    private ObjectFolder(SecureDirectoryStream<Path> opened) {
        this.opened = opened;
        this.names = new ArrayList<>();
        opened.forEach(file -> names.add(String.valueOf(file.getFileName())));
        names.sort(null);
    }

    /** Fails where there is none. */
    @SuppressWarnings("StreamResourceLeak") // It is closed with what it becomes.
    static ObjectFolder of(Path path) throws IOException {
        Path root = path.getParent();
        Path name = path.getFileName();
        if (root == null || name == null) {
            throw new NotDirectoryException(path.toString());
        }
        try (SecureDirectoryStream<Path> all = secure(Files.newDirectoryStream(root))) {
            if (!attributes(all, name).isDirectory()) {
                throw new NotDirectoryException(path.toString());
            }
            return new ObjectFolder(all.newDirectoryStream(name, NOFOLLOW_LINKS));
        }
    }

    /** What is in it, in order. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** Opens one of its files; what is no plain file might never open, or be another's. */
    FileChannel open(String name, OpenOption... options) throws IOException {
        if (names.contains(name)) {
            size(name);
        }
        Set<OpenOption> all =
                Stream.concat(Stream.of(options), Stream.of(NOFOLLOW_LINKS)).collect(Collectors.toSet());
        return (FileChannel) opened.newByteChannel(Path.of(name), all);
    }

    /** How large one of its files is. */
    long size(String name) throws IOException {
        BasicFileAttributes found = attributes(opened, Path.of(name));
        if (!found.isRegularFile()) {
            throw new IOException("%s is not a part of an object".formatted(name));
        }
        return found.size();
    }

    void rename(String name, String next) throws IOException {
        opened.move(Path.of(name), opened, Path.of(next));
        names.remove(name);
        names.add(next);
    }

    /** Whatever it is, and not what it leads to. */
    void delete(String name) throws IOException {
        try {
            opened.deleteFile(Path.of(name));
        } catch (NoSuchFileException goneAlready) {
            // as wanted
        }
        names.remove(name);
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }

    private static BasicFileAttributes attributes(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        return folder.getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
                .readAttributes();
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> folder) throws IOException {
        if (folder instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        folder.close();
        throw new IOException("The object store's folder has to be on a file system that keeps to opened folders");
    }
}
