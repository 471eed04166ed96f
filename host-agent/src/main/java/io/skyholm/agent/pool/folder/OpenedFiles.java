package io.skyholm.agent.pool.folder;

import io.skyholm.agent.pool.DiskPlaces;
import io.skyholm.agent.pool.luks.DiskKeyring;
import java.util.Optional;
import java.util.UUID;

/** The disks of a folder, with what opens those that are encrypted. */
public record OpenedFiles(FolderPool pool, DiskKeyring keyring) implements DiskPlaces {

    @Override
    public Optional<Found> find(UUID disk) {
        return pool.file(disk)
                .map(path -> new Found(
                        path, pool.isEncrypted(disk) ? keyring.of(disk).current() : null));
    }
}
