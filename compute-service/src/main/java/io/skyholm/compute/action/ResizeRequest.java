package io.skyholm.compute.action;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.size.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a resize was asked with, and what there was before, should it fail. */
record ResizeRequest(
        Size wanted,
        Size before,
        @Nullable UUID planId,
        @Nullable UUID planBefore) {

    static ResizeRequest of(Instance instance, Size wanted, @Nullable UUID planId) {
        return new ResizeRequest(wanted, instance.allocation().size(), planId, instance.planId());
    }

    /** The same resize of what the instance has become since. */
    ResizeRequest again(Instance instance) {
        return of(instance, wanted, planId);
    }
}
