package io.skyholm.compute.drain;

import io.skyholm.compute.action.Resident;
import io.skyholm.events.compute.InstanceStatus;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An instance that cannot be moved now, and why. */
@Schema(name = "DrainBlocker")
public record Blocker(UUID instanceId, UUID tenantId, BlockerReason reason, String detail) {

    /** What keeps an instance where it is; empty if nothing does. */
    public static Optional<Blocker> of(Resident resident) {
        if (resident.moving()) {
            return Optional.empty();
        }
        if (resident.exclusive() && !resident.off()) {
            return blocked(resident, BlockerReason.EXCLUSIVE, "It has the machine to itself; stop or delete it");
        }
        if (resident.busy()) {
            return blocked(resident, BlockerReason.BUSY, "Something is being done with it; its end is waited for");
        }
        if (resident.status() == InstanceStatus.SUSPENDED) {
            return blocked(resident, BlockerReason.SUSPENDED, "Its memory would be lost; resume or stop it");
        }
        if (resident.status() != InstanceStatus.RUNNING && resident.status() != InstanceStatus.STOPPED) {
            return blocked(resident, BlockerReason.ERROR, "It is " + resident.status() + "; start, stop or delete it");
        }
        return !resident.off() && resident.elsewhere().fitting() == 0
                ? blocked(resident, BlockerReason.NO_PLACE, resident.elsewhere().summary())
                : Optional.empty();
    }

    private static Optional<Blocker> blocked(Resident resident, BlockerReason reason, String detail) {
        return Optional.of(new Blocker(resident.id(), resident.tenantId(), reason, detail));
    }
}
