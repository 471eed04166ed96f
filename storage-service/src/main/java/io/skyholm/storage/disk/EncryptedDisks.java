package io.skyholm.storage.disk;

import io.skyholm.events.host.DesiredDisk;
import io.skyholm.events.host.HostSeal;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.skyholm.storage.encryption.KeptKeys;
import io.skyholm.storage.encryption.Recipient;
import io.skyholm.storage.encryption.SealedKeys;
import io.skyholm.storage.encryption.SealedKeys.Place;
import io.skyholm.storage.host.Machines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The keys of disks: where they are from, and how hosts are told of them. */
@Singleton
class EncryptedDisks {

    private final SnapshotsOfDisks snapshots;
    private final BackupsOfDisks backups;
    private final SealedKeys keys;
    private final Machines machines;

    EncryptedDisks(SnapshotsOfDisks snapshots, BackupsOfDisks backups, SealedKeys keys, Machines machines) {
        this.snapshots = snapshots;
        this.backups = backups;
        this.keys = keys;
        this.machines = machines;
    }

    /** Gives a new disk a key of its own, if it is to be encrypted, or begins with the bytes of one that is. */
    Uni<Disk> encrypt(Work work, Disk disk, CreateDisk command) {
        UUID snapshot = disk.sourceSnapshotId;
        UUID backup = disk.sourceBackupId;
        if (snapshot != null) {
            return work.one(SnapshotsOfDisks.Known.class, snapshots.held(), snapshot)
                    .map(known -> encrypt(disk, command, known.keys()));
        }
        if (backup != null) {
            return work.one(BackupsOfDisks.Known.class, backups.held(), backup)
                    .map(known -> encrypt(disk, command, known.keys()));
        }
        return Uni.createFrom().item(() -> encrypt(disk, command, Optional.empty()));
    }

    private Disk encrypt(Disk disk, CreateDisk command, Optional<KeptKeys> source) {
        if (source.isPresent() && Boolean.FALSE.equals(command.encrypted())) {
            throw DiskProblems.sourceIsEncrypted();
        }
        if (source.isPresent()) {
            disk.encrypt(keys.freshFor(source.get().sealed(), source.get().place(), place(disk)));
        } else if (Boolean.TRUE.equals(command.encrypted())) {
            keys.requireKey();
            disk.encrypt(keys.fresh(place(disk)));
        }
        return disk;
    }

    private static Place place(Disk disk) {
        return new Place(SealedKeys.OF_DISK, disk.tenantId, disk.id);
    }

    /** It gets another key; one whose host has not come to the last yet gets that, since keys that are never proven would pile up. */
    void rotate(Disk disk) {
        String sealed = disk.requireKeys();
        disk.rotateKey(disk.isKeyToBeProven() ? sealed : keys.changed(sealed, place(disk)));
    }

    /** It gets the bytes of a snapshot, which the snapshot's key opens until its host has changed that to the disk's. */
    void rollBack(Disk disk, SnapshotsOfDisks.Known snapshot) {
        snapshot.keys()
                .ifPresent(kept -> disk.keysSealed =
                        keys.alsoOpenedBy(disk.requireKeys(), place(disk), kept.sealed(), kept.place()));
    }

    /** Its host has shown that its key opens it, and nothing else does. */
    void proven(Disk disk) {
        if (disk.keysSealed != null) {
            disk.keysSealed = keys.current(disk.keysSealed, place(disk), place(disk));
        }
    }

    /** It goes to another tenant, and its keys with it. */
    void give(Disk disk, Owner to) {
        if (disk.keysSealed != null) {
            Place there = new Place(SealedKeys.OF_DISK, to.tenantId(), disk.id);
            disk.keysSealed = keys.current(disk.keysSealed, place(disk), there);
        }
    }

    /** With what its host is told of it; empty while that has no key to be told anything secret. */
    Uni<Optional<String>> hostKey(Work work, UUID host) {
        return machines.encryptionKeyOf(work, host);
    }

    /** What a host is told of it, with the keys that only that host can open. */
    DesiredDisk opened(Disk disk, UUID host, String hostKey, DesiredDisk desired) {
        HostSeal.Place place = new HostSeal.Place(host, desired.key(), desired.generation());
        String sealed = Objects.requireNonNull(disk.keysSealed, "an encrypted disk has keys");
        return desired.with(keys.forHost(sealed, place(disk), new Recipient(hostKey, place, disk.keyVersion)));
    }
}
