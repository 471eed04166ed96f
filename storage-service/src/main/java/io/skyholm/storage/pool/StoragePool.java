package io.skyholm.storage.pool;

import io.skyholm.events.storage.DiskType;
import io.skyholm.events.storage.StoragePoolStatus;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Room for disks of one type, which the agent of one machine makes. */
@Entity
class StoragePool implements Revised {

    @Id
    UUID id;

    String name;

    @Nullable String description;

    UUID edgeDataCenterId;
    UUID computeMachineId;

    @Enumerated(EnumType.STRING)
    DiskType diskType;

    long capacityGb;

    /** Disks claim it and give it back by statements of their own. */
    @Column(updatable = false)
    long allocatedGb;

    @Enumerated(EnumType.STRING)
    StoragePoolStatus status;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected StoragePool() {}

    StoragePool(UUID edgeDataCenterId, CreateStoragePool command, Revision revision) {
        this.id = Ids.next();
        this.name = command.name();
        this.description = command.description();
        this.edgeDataCenterId = edgeDataCenterId;
        this.computeMachineId = command.computeMachineId();
        this.diskType = command.diskType();
        this.capacityGb = command.capacityGb();
        this.status = Patch.status(command.status(), StoragePoolStatus.ACTIVE, StoragePoolStatus.DELETED);
        this.revision = revision;
    }

    /** It never has less room than its disks take. */
    void resize(long capacity) {
        if (capacity < allocatedGb) {
            throw StoragePoolProblems.holdsMore(allocatedGb);
        }
        capacityGb = capacity;
    }

    void delete() {
        if (allocatedGb > 0) {
            throw StoragePoolProblems.notEmpty();
        }
        status = StoragePoolStatus.DELETED;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
