package io.skyholm.runtime.sample;

import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import java.util.UUID;

/** What the world learns about a note. */
public record NoteFact(UUID id, long generation, UUID tenantId, String title) implements Fact {

    /** A note was written. */
    public static final EventType<NoteFact> WRITTEN =
            new EventType<>("support.note.written.v1", NoteFact.class, "A note was written");

    /** A note was changed. */
    public static final EventType<NoteFact> CHANGED =
            new EventType<>("support.note.changed.v1", NoteFact.class, "A note was changed");

    static NoteFact of(Note note) {
        return new NoteFact(note.id, note.generation, note.tenantId, note.title);
    }
}
