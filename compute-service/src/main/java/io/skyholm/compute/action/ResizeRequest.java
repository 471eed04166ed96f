package io.skyholm.compute.action;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstanceProblems;
import io.skyholm.compute.size.RequestedSize;
import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.compute.size.Size;
import io.skyholm.runtime.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a resize was asked with, and what there was before, should it fail. */
record ResizeRequest(
        Size wanted,
        Size before,
        @Nullable UUID planId,
        @Nullable UUID planBefore) {

    static ResizeRequest of(Instance instance, Size wanted, @Nullable UUID planId) {
        if (wanted.equals(instance.allocation().size())) {
            throw InstanceProblems.sameSize();
        }
        return new ResizeRequest(
                wanted,
                instance.allocation().size(),
                planId,
                instance.allocation().planId());
    }

    /** As it was asked for: the plan says the size, where there is one. */
    RequestedSize requested() {
        return planId == null
                ? new RequestedSize(
                        null, null, null, wanted.cpuCores(), wanted.memoryGb(), wanted.storageGb(), wanted.gpuCount())
                : new RequestedSize(planId, null, null, null, null, null, null);
    }

    /** Refuses a plan that has another size now: the first try was asked for with the size that it had then. */
    ResolvedLaunch requireSame(ResolvedLaunch chosen) {
        if (!chosen.size().equals(wanted)) {
            throw Problem.invalid("planId", "names a plan that has another size now; resize the instance again");
        }
        return chosen;
    }

    /** The same resize of what the instance has become since. */
    ResizeRequest again(Instance instance) {
        return of(instance, wanted, planId);
    }
}
