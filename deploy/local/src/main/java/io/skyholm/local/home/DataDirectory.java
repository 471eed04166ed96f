package io.skyholm.local.home;

import io.skyholm.local.LaunchProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which one running suite keeps all that is its own. */
public record DataDirectory(Path root) {

    /** The folder with what this part stores. */
    public Path of(String part) {
        return root.resolve(part);
    }

    public Path pidFile(String part) {
        return root.resolve("run").resolve(part + ".pid");
    }

    /** Held by who starts or stops the suite; beside the folder, so that it outlives a reset. */
    public Path lockFile() {
        return root.resolveSibling(root.getFileName() + ".lock");
    }

    /** The ports of the suite that runs, for who asks without naming them again. */
    public Path ports() {
        return root.resolve("run").resolve("ports.properties");
    }

    /** There from the first start to the reset where hosts run real guests. */
    public Path realHosts() {
        return root.resolve("real-hosts");
    }

    /** How far calendar time is moved; there only where a test may do that. */
    public Path clock() {
        return root.resolve("clock");
    }

    /** While this file names a living process, the supervisor leaves the part to it. */
    public Path claimFile(String part) {
        return root.resolve("run").resolve(part + ".claimed");
    }

    public Path log(String part) {
        return root.resolve("logs").resolve(part + ".log");
    }

    /** Makes the folders, readable by their owner only where the file system knows that. */
    public DataDirectory create() {
        try {
            Files.createDirectories(root.resolve("run"));
            Files.createDirectories(root.resolve("logs"));
            if (!Files.isWritable(root.resolve("run"))) {
                throw new IOException("no permission to write");
            }
            if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(root, PrivateFiles.FOLDER);
            }
            return this;
        } catch (IOException failure) {
            throw new LaunchProblem(
                    "the data directory " + root + " cannot be written: " + failure.getMessage(),
                    "give yourself the right to write there, or choose another with SKYHOLM_DATA=FOLDER",
                    failure);
        }
    }
}
