package io.skyholm.local.artifact;

import io.skyholm.local.home.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A folder that is made once, whole or not at all, however many launchers want it at the same time. */
public record PreparedFolder(Path folder) {

    /** Fills a folder. */
    @FunctionalInterface
    public interface Recipe {
        void fill(Path draft) throws IOException;
    }

    public boolean exists() {
        return Files.isDirectory(folder);
    }

    /** Makes the folder if it is not there. */
    public void prepare(Recipe recipe) {
        if (exists()) {
            return;
        }
        try {
            Files.createDirectories(folder.getParent());
            Path lockFile = folder.resolveSibling("." + folder.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !exists()) {
                    make(recipe);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot prepare " + folder, failure);
        }
    }

    /** What an interrupted launcher left half done is thrown away first. */
    private void make(Recipe recipe) throws IOException {
        Path draft = folder.resolveSibling("." + folder.getFileName() + ".draft");
        Folders.delete(draft);
        Files.createDirectories(draft);
        recipe.fill(draft);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
