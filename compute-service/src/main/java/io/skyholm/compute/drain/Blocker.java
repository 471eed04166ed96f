package io.skyholm.compute.drain;

import io.skyholm.compute.action.ActionRules;
import io.skyholm.compute.action.InstanceOnMachine;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.operation.OperationKind;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An instance that cannot be moved now, and why. */
@Schema(name = "DrainBlocker")
public record Blocker(UUID instanceId, UUID tenantId, BlockerReason reason, String detail) {

    /** What keeps an instance where it is; empty if nothing does. */
    public static Optional<Blocker> of(InstanceOnMachine instance) {
        if (instance.moving()) {
            return Optional.empty();
        }
        if (instance.exclusive() && !instance.off()) {
            return blocked(instance, BlockerReason.EXCLUSIVE, "It has the machine to itself; stop or delete it");
        }
        if (instance.busy()) {
            return blocked(instance, BlockerReason.BUSY, "Something is being done with it; its end is waited for");
        }
        if (!ActionRules.of(OperationKind.MOVE).begins().contains(instance.status())) {
            return ofStatus(instance);
        }
        if (instance.bootsHere()) {
            return blocked(
                    instance,
                    BlockerReason.BOOT_DISK,
                    "The disk that it boots from is on this machine alone, and would be made anew elsewhere; delete it, or delete the machine");
        }
        return !instance.off() && instance.elsewhere().fitting() == 0
                ? blocked(instance, BlockerReason.NO_PLACE, instance.elsewhere().summary())
                : Optional.empty();
    }

    private static Optional<Blocker> ofStatus(InstanceOnMachine instance) {
        return instance.status() == InstanceStatus.SUSPENDED
                ? blocked(instance, BlockerReason.SUSPENDED, "Its memory would be lost; resume or stop it")
                : blocked(instance, BlockerReason.ERROR, "It is " + instance.status() + "; start, stop or delete it");
    }

    private static Optional<Blocker> blocked(InstanceOnMachine instance, BlockerReason reason, String detail) {
        return Optional.of(new Blocker(instance.id(), instance.tenantId(), reason, detail));
    }
}
