package io.skyholm.agent.testing;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.local.BoundedWait;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Steps that are made as the agent makes them. */
public final class Repeated {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Repeated() {}

    /** What fails is tried again. */
    public static void untilItWorks(Runnable step) {
        AtomicReference<@Nullable HypervisorProblem> last = new AtomicReference<>();
        if (!BoundedWait.waitUntil(() -> works(step, last), PATIENCE)) {
            throw new IllegalStateException("it does not work, however often it is tried", last.get());
        }
    }

    private static boolean works(Runnable step, AtomicReference<@Nullable HypervisorProblem> last) {
        try {
            step.run();
            return true;
        } catch (HypervisorProblem again) {
            last.set(again);
            return false;
        }
    }
}
