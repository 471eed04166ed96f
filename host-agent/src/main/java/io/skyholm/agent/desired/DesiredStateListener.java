package io.skyholm.agent.desired;

import io.skyholm.events.host.DesiredState;
import io.skyholm.events.host.ThingKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who wants to know what is desired. */
public interface DesiredStateListener {

    /** Reads what is desired of a thing; empty for a kind that the host cannot hold. */
    Optional<DesiredState> read(ThingKey key, String text);

    /** Something is desired that is newer than what was desired of this thing before. */
    void desired(DesiredState desired);

    /** Nothing is desired of this thing any more. */
    void withdrawn(ThingKey key);

    /** All that was desired before the agent came has been told. */
    void isCurrent();

    /** What was read could not be written to disk, and nothing newer is told until it can be; null when it can be again. */
    void blocked(@Nullable String reason);
}
