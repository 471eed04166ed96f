package io.skyholm.runtime.sample;

import io.skyholm.runtime.http.Patch;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A few words that belong to a tenant. */
@Entity
class Note {

    @Id
    UUID id;

    long generation;
    UUID tenantId;
    String title;

    @Nullable String words;

    @Enumerated(EnumType.STRING)
    NoteMood mood;

    @Nullable Integer stars;

    @Enumerated(EnumType.STRING)
    NoteState state;

    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Note() {}

    Note(UUID id, UUID tenantId, WriteNote command, Instant now) {
        this.id = id;
        this.generation = 1;
        this.tenantId = tenantId;
        this.title = command.title();
        this.words = command.words();
        this.mood = Patch.of(command.mood(), NoteMood.CALM);
        this.stars = command.stars();
        this.state = NoteState.NEW;
        this.createdAt = now;
    }

    void change(ChangeNote command) {
        generation++;
        title = Patch.of(command.title(), title);
        words = Patch.of(command.words(), words);
        stars = Patch.of(command.stars(), stars);
    }
}
