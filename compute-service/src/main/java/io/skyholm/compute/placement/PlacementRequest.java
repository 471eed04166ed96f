package io.skyholm.compute.placement;

import io.skyholm.compute.machine.MachineType;
import io.skyholm.compute.machine.RentalMode;
import io.skyholm.compute.size.Size;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an instance is to run: what it asks of a machine beside room. */
@Embeddable
public class PlacementRequest {

    @Enumerated(EnumType.STRING)
    private RentalMode rentalMode = RentalMode.SHARED;

    private @Nullable String machineType;
    private @Nullable String gpuModel;
    private String[] hostTags = new String[0];
    private @Nullable UUID instanceSetId;

    @Enumerated(EnumType.STRING)
    private @Nullable Affinity affinity;

    private @Nullable UUID wantedDataCenterId;
    private @Nullable UUID wantedPoolId;
    private @Nullable String region;

    protected PlacementRequest() {}

    public PlacementRequest(Where where, Hardware hardware, @Nullable UUID set, @Nullable Affinity affinity) {
        this.rentalMode = hardware.rentalMode() == null ? RentalMode.SHARED : hardware.rentalMode();
        this.machineType = hardware.type() == null ? null : hardware.type().name();
        this.gpuModel = hardware.gpuModel();
        this.hostTags = hardware.tags() == null
                ? new String[0]
                : hardware.tags().stream().distinct().toArray(String[]::new);
        this.instanceSetId = set;
        this.affinity = affinity;
        this.wantedDataCenterId = where.dataCenterId();
        this.wantedPoolId = where.poolId();
        this.region = where.region();
    }

    /** The set with regard to which it is placed. */
    public @Nullable UUID instanceSetId() {
        return instanceSetId;
    }

    /** Whether it is to have its machine to itself. */
    public boolean isExclusive() {
        return rentalMode == RentalMode.EXCLUSIVE;
    }

    /** What an instance of that size asks of a machine. */
    public Demand demand(Size size) {
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

    /** In which places; what is left out does not matter. */
    public record Where(
            @Nullable UUID dataCenterId,
            @Nullable UUID poolId,
            @Nullable String region) {}

    /** On what kind of machine; what is left out does not matter. */
    public record Hardware(
            @Nullable RentalMode rentalMode,
            @Nullable MachineType type,
            @Nullable String gpuModel,
            @Nullable List<String> tags) {

        /** On any machine that is shared. */
        public static final Hardware ANY = new Hardware(null, null, null, null);
    }
}
