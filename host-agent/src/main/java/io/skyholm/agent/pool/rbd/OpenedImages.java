package io.skyholm.agent.pool.rbd;

import io.skyholm.agent.pool.DiskPlaces;
import io.skyholm.agent.pool.luks.DiskKeyring;
import java.util.Optional;
import java.util.UUID;

/** The disks of a host in Ceph, with what opens those that are encrypted. */
public record OpenedImages(RbdPool pool, DiskKeyring keyring) implements DiskPlaces {

    @Override
    public Optional<Found> find(UUID disk) {
        return pool.found(disk, keyring);
    }

    @Override
    public void shutOthersOut(InCeph image) {
        pool.shutOthersOut(image);
    }
}
