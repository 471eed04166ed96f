package io.skyholm.compute.instance;

import io.skyholm.compute.placement.Place;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The machine that an instance has a place on, and whether it is on its way to another. */
@Embeddable
public class Location {

    private @Nullable UUID edgeDataCenterId;
    private @Nullable UUID resourcePoolId;
    private @Nullable UUID computeMachineId;
    private boolean moving;

    @Nullable UUID dataCenterId() {
        return edgeDataCenterId;
    }

    @Nullable UUID poolId() {
        return resourcePoolId;
    }

    public @Nullable UUID machineId() {
        return computeMachineId;
    }

    public boolean isPlaced() {
        return computeMachineId != null;
    }

    public UUID requireMachine() {
        return Objects.requireNonNull(computeMachineId);
    }

    public boolean isMoving() {
        return moving;
    }

    public void moving(boolean leaves) {
        moving = leaves;
    }

    void placed(Place place) {
        computeMachineId = place.machineId();
        edgeDataCenterId = place.dataCenterId();
        resourcePoolId = place.poolId();
    }

    /** Where it was last stays known: its data centre and pool are still what lists show. */
    void displaced() {
        computeMachineId = null;
        moving = false;
    }
}
