package io.skyholm.storage.disk;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.host.DiskSource;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.storage.version.VersionBytes;
import io.skyholm.storage.version.VersionReader;
import io.skyholm.storage.version.VersionView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;

/** The bytes that a disk is to begin with. */
@Singleton
class DiskSources {

    /** A role or a key that allows disks may leave it out. */
    private static final Permission READ_IMAGES = new Permission(ResourceType.IMAGE, Action.READ);

    private final VersionReader versions;

    DiskSources(VersionReader versions) {
        this.versions = versions;
    }

    /** As a host is told of them. */
    static DiskSource of(VersionBytes bytes) {
        return new DiskSource(
                bytes.objectId(),
                bytes.diskFormat(),
                Objects.requireNonNull(bytes.checksumSha256(), "what is AVAILABLE is verified"));
    }

    /** Refuses bytes that the caller may not use, or that are not there, or more than the disk has room for. */
    Uni<Void> check(Call call, CreateDisk command) {
        UUID image = command.imageId();
        UUID version = command.imageVersionId();
        if (image == null && version == null) {
            return Uni.createFrom().voidItem();
        }
        if (image == null || version == null) {
            throw DiskProblems.versionWithoutImage();
        }
        if (!call.caller().may(READ_IMAGES)) {
            throw DiskProblems.versionNotFound();
        }
        return versions.get(call, image, version)
                .onFailure(DiskSources::isNotFound)
                .transform(missing -> DiskProblems.versionNotFound())
                .invoke(view -> checkSize(command, view))
                .chain(() -> versions.downloadable(call, image, version))
                .replaceWithVoid();
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals(ProblemKind.NOT_FOUND.name());
    }

    private static void checkSize(CreateDisk command, VersionView version) {
        Integer least = version.sizeGb();
        if (least != null && command.sizeGb() < least) {
            throw DiskProblems.smallerThanImage(least);
        }
    }
}
