package io.skyholm.compute;

import io.skyholm.runtime.testing.api.Examples;
import java.util.UUID;

/** How every operation of compute is called rightly. */
final class ComputeExamples {

    private ComputeExamples() {}

    /** On things of that tenant and of the platform. */
    static Examples in(UUID tenant) {
        Examples examples = InstanceExamples.addTo(InventoryExamples.in(tenant), tenant);
        return MaintenanceExamples.addTo(examples, tenant);
    }
}
