package io.skyholm.storage.attachment;

import io.skyholm.events.storage.MountMode;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A disk for an instance on the machine of the disk's pool. */
public record AttachDisk(
        @NotNull UUID instanceId,
        @NotNull @MountPath @NotSystemFolder String mountPath,
        @NotNull MountMode mountMode) {}
