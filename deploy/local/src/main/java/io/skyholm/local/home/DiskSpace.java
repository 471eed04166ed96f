package io.skyholm.local.home;

import io.skyholm.local.LaunchProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks before the start whether the disk has room, because PostgreSQL and Kafka take a full disk badly. */
public final class DiskSpace {
    private static final long FIRST_START_MIB = 2_500;
    private static final long LATER_MIB = 500;

    private DiskSpace() {}

    public static void require(Site site) {
        try {
            Files.createDirectories(site.generated());
            long free = Files.getFileStore(site.generated()).getUsableSpace() >> 20;
            require(site.generated(), free, Files.exists(site.parts()) ? LATER_MIB : FIRST_START_MIB);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot look at the disk of " + site.generated(), failure);
        }
    }

    static void require(Path folder, long freeMiB, long neededMiB) {
        if (freeMiB < neededMiB) {
            throw new LaunchProblem(
                    "the disk of " + folder + " has " + freeMiB + " MiB left, and " + neededMiB + " MiB are needed",
                    "make room, or keep everything elsewhere with SKYHOLM_DATA=FOLDER");
        }
    }
}
