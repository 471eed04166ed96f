package io.skyholm.runtime.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A note as callers see it. */
@Schema(name = "Note")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteView(
        UUID id,
        long generation,
        UUID tenantId,
        String title,
        @Nullable String words,
        NoteMood mood,
        @Nullable Integer stars,
        NoteState state,
        Instant createdAt) {

    static NoteView of(Note note) {
        return new NoteView(
                note.id,
                note.generation,
                note.tenantId,
                note.title,
                note.words,
                note.mood,
                note.stars,
                note.state,
                note.createdAt);
    }
}
