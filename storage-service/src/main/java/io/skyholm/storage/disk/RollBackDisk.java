package io.skyholm.storage.disk;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** To which of its snapshots a disk goes back. */
public record RollBackDisk(@NotNull UUID snapshotId) {}
