package io.skyholm.compute.pool;

import io.skyholm.compute.datacenter.CapacityTotals;
import io.skyholm.events.compute.PoolStatus;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Machines of one data centre that are placed upon by one policy. */
@Entity
@Table(name = "resource_pool")
class ResourcePool implements Revised {

    @Id
    UUID id;

    String name;

    @Nullable String description;

    UUID edgeDataCenterId;
    String schedulingPolicy;

    @Enumerated(EnumType.STRING)
    PoolStatus status;

    BigDecimal cpuOvercommit;
    BigDecimal memoryOvercommit;
    BigDecimal storageOvercommit;
    Revision revision;

    /** What its machines have together; whoever shows it works it out. */
    @Transient
    CapacityTotals sums = CapacityTotals.NONE;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected ResourcePool() {}

    ResourcePool(CreatePool command, Revision revision) {
        PoolProblems.requireNotDeleted(command.status());
        this.id = Ids.next();
        this.name = command.name();
        this.description = command.description();
        this.edgeDataCenterId = command.edgeDataCenterId();
        this.schedulingPolicy = Patch.of(command.schedulingPolicy(), PolicyName.LOAD_BALANCE);
        this.status = Patch.of(command.status(), PoolStatus.ACTIVE);
        this.cpuOvercommit = exact(Patch.of(command.cpuOvercommit(), BigDecimal.ONE));
        this.memoryOvercommit = exact(Patch.of(command.memoryOvercommit(), BigDecimal.ONE));
        this.storageOvercommit = exact(Patch.of(command.storageOvercommit(), BigDecimal.ONE));
        this.revision = revision;
    }

    /** There is one type so far. */
    PoolType poolType() {
        return PoolType.COMPUTE;
    }

    /** With the decimals that the database keeps; the command has no more. */
    static BigDecimal exact(BigDecimal ratio) {
        return ratio.setScale(2, RoundingMode.HALF_UP);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
