package io.skyholm.agent.act;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a step moves bytes for as long as there are any.
 *
 * @param tenant for whom
 * @param gb how much it moves at most, in GiB
 * @param isSmall whether it is over soon
 */
public record Copy(UUID tenant, long gb, boolean isSmall) {

    private static final UUID UNKNOWN = new UUID(0, 0);

    /** One for that tenant, as far as the platform has told for whom. */
    public static Copy of(@Nullable UUID tenant, long gb, boolean isSmall) {
        return new Copy(tenant == null ? UNKNOWN : tenant, gb, isSmall);
    }
}
