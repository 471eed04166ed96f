package io.skyholm.agent.act;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps that copy the bytes of a disk, which take as long as there are any.
 *
 * @param smallGb how much there is at most for a copy that is over soon
 */
public record CopySteps(int smallGb) {

    private static final int SECONDS_PER_GIB = 30;

    /** One of so many GiB for that tenant. */
    public Step of(@Nullable UUID tenant, long gb, Runnable work) {
        return Step.copy(Duration.ofSeconds(gb * SECONDS_PER_GIB), Copy.of(tenant, gb, gb <= smallGb), work);
    }
}
