package io.skyholm.network.instance;

import io.skyholm.network.known.InstanceNetworkWaker;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Has the reconciler look at an instance's network again. */
@Singleton
class InstanceNetworkWakeups implements InstanceNetworkWaker {

    private final ReconcileQueue queue;

    InstanceNetworkWakeups(ReconcileQueue queue) {
        this.queue = queue;
    }

    @Override
    public void wake(Work work, UUID instance) {
        queue.wake(work, InstanceNetworkReconciler.KIND, instance);
    }

    @Override
    public void remind(Work work, UUID instance) {
        queue.remind(work, InstanceNetworkReconciler.KIND, instance);
    }
}
