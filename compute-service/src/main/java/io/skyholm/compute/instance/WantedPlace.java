package io.skyholm.compute.instance;

import io.skyholm.compute.machine.RentalMode;
import io.skyholm.compute.placement.Affinity;
import io.skyholm.compute.placement.Demand;
import io.skyholm.compute.size.Size;
import io.skyholm.runtime.http.Patch;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an instance wants to be: what it asks of a machine beside room. */
@Embeddable
class WantedPlace {

    @Enumerated(EnumType.STRING)
    RentalMode rentalMode;

    @Nullable String machineType;

    @Nullable String gpuModel;

    String[] hostTags;

    @Nullable UUID instanceSetId;

    @Enumerated(EnumType.STRING)
    @Nullable Affinity affinity;

    @Nullable UUID wantedDataCenterId;

    @Nullable UUID wantedPoolId;

    @Nullable String region;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected WantedPlace() {}

    WantedPlace(CreateInstance command) {
        List<String> tags = command.hostTags() == null ? List.of() : command.hostTags();
        rentalMode = Patch.of(command.rentalMode(), RentalMode.SHARED);
        machineType =
                command.machineType() == null ? null : command.machineType().name();
        gpuModel = command.gpuModel();
        hostTags = Texts.array(tags.stream().distinct().toList());
        instanceSetId = command.instanceSetId();
        affinity = command.affinity();
        wantedDataCenterId = command.edgeDataCenterId();
        wantedPoolId = command.resourcePoolId();
        region = command.region();
    }

    boolean isExclusive() {
        return rentalMode == RentalMode.EXCLUSIVE;
    }

    /** What an instance of that size asks of a machine. */
    Demand demand(Size size) {
        return new Demand(
                size,
                isExclusive(),
                wantedDataCenterId,
                wantedPoolId,
                region,
                machineType,
                gpuModel,
                Set.of(hostTags),
                instanceSetId,
                affinity,
                Set.of());
    }
}
