package io.skyholm.compute.lifecycle;

import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Has the reconciler look at an instance again. */
@Singleton
class InstanceWakeups implements InstanceWaker {

    private final ReconcileQueue queue;

    InstanceWakeups(ReconcileQueue queue) {
        this.queue = queue;
    }

    @Override
    public void wake(Work work, UUID instance) {
        queue.wake(work, InstanceReconciler.KIND, instance);
    }

    @Override
    public void remind(Work work, UUID instance) {
        queue.remind(work, InstanceReconciler.KIND, instance);
    }
}
