package io.skyholm.compute.transfer;

import io.skyholm.compute.instance.Deletion.Intent;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstanceProblems;
import io.skyholm.compute.size.Size;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.runtime.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What there is to say of an instance that is to go to another tenant. */
final class TransferableInstance {

    private static final long MIB = 1024;

    private TransferableInstance() {}

    /** What it takes of quotas, by the names that they have for it; what it has none of is left out. */
    static Map<String, Long> counts(Instance instance) {
        Size size = instance.chargeable();
        Map<String, Long> counts = new TreeMap<>(Map.of(
                "instances", 1L,
                "vcpus", (long) size.cpuCores(),
                "memoryMb", size.memoryGb() * MIB,
                "storageGb", (long) size.storageGb(),
                "gpus", (long) size.gpuCount()));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** Why it cannot be offered: what is being done with it now is asked when it is accepted. */
    static Optional<Problem> whyNotOffered(Instance instance) {
        if (instance.deletion().intent() != Intent.KEEP) {
            return Optional.of(InstanceProblems.givingBack());
        }
        if (instance.deletion().isProtected()) {
            return Optional.of(InstanceProblems.isProtected());
        }
        return instance.isInSet() ? Optional.of(InstanceTransferProblems.isInSet()) : Optional.empty();
    }

    /** Why it cannot go at this moment. */
    static Optional<Problem> whyNotNow(Instance instance) {
        return whyNotOffered(instance).or(() -> {
            if (instance.progress().operationId() != null) {
                return Optional.of(InstanceProblems.busy());
            }
            InstanceStatus status = instance.progress().status();
            return status == InstanceStatus.STOPPED
                    ? Optional.empty()
                    : Optional.of(InstanceTransferProblems.notStopped(status));
        });
    }

    /** Whether it takes more of any quota than was offered: nobody gets more than they have read of. */
    static boolean hasGrown(Instance instance, Map<String, Long> offered) {
        return counts(instance).entrySet().stream()
                .anyMatch(taken -> taken.getValue() > offered.getOrDefault(taken.getKey(), 0L));
    }
}
