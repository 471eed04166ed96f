package io.skyholm.compute.datacenter;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.DataCenterStatus;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place with machines. */
@Entity
@Table(name = "edge_data_center")
class DataCenter implements Revised {

    @Id
    UUID id;

    String name;

    @Nullable String location;

    @Nullable String region;

    @Enumerated(EnumType.STRING)
    DataCenterStatus status;

    @Nullable JsonObject networkConfig;

    @Nullable Integer vlanRangeStart;

    @Nullable Integer vlanRangeEnd;

    Revision revision;

    /** What its machines have together; whoever shows it works it out. */
    @Transient
    CapacityTotals sums = CapacityTotals.NONE;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected DataCenter() {}

    DataCenter(CreateDataCenter command, Revision revision) {
        DataCenterProblems.requireNotDeleted(command.status());
        this.id = Ids.next();
        this.name = command.name();
        this.location = command.location();
        this.region = command.region();
        this.status = command.status() == null ? DataCenterStatus.ACTIVE : command.status();
        this.networkConfig = command.networkConfig();
        vlanRange(command.vlanRangeStart(), command.vlanRangeEnd());
        this.revision = revision;
    }

    /** Its networks get VLAN ids from this range; what they have already, they keep. */
    final void vlanRange(@Nullable Integer start, @Nullable Integer end) {
        DataCenterProblems.requireRange(start, end);
        vlanRangeStart = start;
        vlanRangeEnd = end;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
