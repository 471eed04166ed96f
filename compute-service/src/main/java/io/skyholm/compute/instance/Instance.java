package io.skyholm.compute.instance;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.placement.Demand;
import io.skyholm.compute.placement.Held;
import io.skyholm.compute.placement.Place;
import io.skyholm.compute.schedule.Schedule;
import io.skyholm.compute.size.Size;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.VmPower;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine that a tenant asked for: what it shall be, what it holds, and how far it is. All that it holds can be
 * read from its row. Times are as exact as the database keeps them.
 */
@Entity
@Table(name = "instance")
class Instance {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    UUID userId;
    String name;

    @Nullable String hostname;

    @Enumerated(EnumType.STRING)
    InstanceStatus status;

    @Nullable String statusDetail;

    @Nullable UUID planId;

    @Nullable String externalId;

    JsonObject config;

    String[] tags;

    @Embedded
    Origin origin;

    @Embedded
    WantedPlace wanted;

    String networks;

    @Enumerated(EnumType.STRING)
    VmPower power;

    long restarts;
    long builds;

    @Enumerated(EnumType.STRING)
    Fate fate;

    @Nullable UUID edgeDataCenterId;

    @Nullable UUID resourcePoolId;

    @Nullable UUID computeMachineId;

    UUID virtualMachineId;

    @Embedded
    Amounts amounts;

    boolean networkWanted;
    boolean networkHeld;

    /** Whether it is on its way to another machine. */
    boolean moving;

    @Nullable UUID operationId;

    int waitSeconds;

    @Nullable String waitReason;

    int undoSeconds;

    @Nullable Instant deletableAt;

    boolean deletionProtection;

    @Convert(converter = ScheduleColumn.class)
    @Nullable Schedule schedule;

    @Nullable Instant scheduledAt;

    @Embedded
    @Nullable FirstPassword password;

    Instant createdAt;
    Instant updatedAt;

    @Nullable UUID createdBy;

    @Nullable UUID updatedBy;

    @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Instance() {}

    @SuppressWarnings("NullAway.Init") // NewInstance fills it.
    Instance(UUID id, UUID tenantId, UUID virtualMachineId) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.virtualMachineId = virtualMachineId;
    }

    Size size() {
        return amounts.size();
    }

    void size(Size size) {
        amounts.size(size);
    }

    boolean isExclusive() {
        return wanted.isExclusive();
    }

    /** What it asks of a machine. */
    Demand demand() {
        return wanted.demand(size());
    }

    /** What it has of its machine. */
    Held holding() {
        return new Held(id, Objects.requireNonNull(computeMachineId), amounts.held(), wanted.instanceSetId);
    }

    boolean hasPlace() {
        return computeMachineId != null;
    }

    void placed(Place place) {
        computeMachineId = place.machineId();
        edgeDataCenterId = place.dataCenterId();
        resourcePoolId = place.poolId();
        amounts.held(place.held());
        networkWanted = true;
        networkHeld = true;
        waitReason = null;
    }

    /** Its place is another's. */
    void displaced() {
        computeMachineId = null;
        amounts.held(Size.NONE);
        moving = false;
    }

    boolean isDeleted() {
        return status == InstanceStatus.DELETED;
    }

    /** Whether it can still be had back. */
    boolean isUndeletable(Instant now) {
        return fate == Fate.DELETE && deletableAt != null && now.isBefore(deletableAt);
    }

    void failed(@Nullable String why) {
        status = InstanceStatus.ERROR;
        statusDetail = why;
    }

    void schedule(@Nullable Schedule times, Instant now) {
        schedule = times;
        scheduledAt =
                times == null ? null : times.after(now).map(Schedule.Due::at).orElse(null);
    }

    /** Every change that is told counts, so that an older state never replaces a newer. */
    void changed(@Nullable UUID by, Instant now) {
        generation++;
        updatedBy = by == null ? updatedBy : by;
        updatedAt = now.truncatedTo(MICROS);
    }
}
