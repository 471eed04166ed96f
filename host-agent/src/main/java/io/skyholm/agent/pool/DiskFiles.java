package io.skyholm.agent.pool;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Knows in which files the disks of a host are, for a hypervisor that opens them. */
@FunctionalInterface
public interface DiskFiles {

    /** The one that has the bytes of a disk, and nothing else; empty while that is not whole. Fails for an encrypted one, which has its header there. */
    Optional<Path> file(UUID disk);
}
