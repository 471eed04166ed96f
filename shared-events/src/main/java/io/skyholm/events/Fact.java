package io.skyholm.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event carries: the whole public state of one aggregate after a change. */
public interface Fact {

    /** The aggregate's id: the event's subject and its key on the topic. */
    UUID id();

    /** Counts the aggregate's changes; a consumer ignores what is not newer than what it holds. */
    long generation();

    /** The tenant that may see this fact; null for what belongs to the platform. */
    @Nullable UUID tenantId();
}
