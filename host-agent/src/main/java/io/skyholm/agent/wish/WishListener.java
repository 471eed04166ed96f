package io.skyholm.agent.wish;

import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.Wish;
import org.jspecify.annotations.Nullable;

/** Who wants to know what is wished. */
public interface WishListener {

    /** Something is wished that is newer than what was wished of this thing before. */
    void wished(Wish wish);

    /** Nothing is wished of this thing any more. */
    void withdrawn(ThingKey key);

    /** All that was wished before the agent came has been told. */
    void isCurrent();

    /** What was read could not be written to disk, and nothing newer is told until it can be; null when it can be again. */
    void blocked(@Nullable String reason);
}
