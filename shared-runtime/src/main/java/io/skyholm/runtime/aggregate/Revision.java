package io.skyholm.runtime.aggregate;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How often an aggregate has changed, when, and by whom. Times are as exact as the database keeps them, so that the
 * answer to a change equals what is read afterwards.
 */
@Embeddable
public class Revision {

    private long generation;

    private Instant createdAt;

    private Instant updatedAt;

    private @Nullable UUID createdBy;

    private @Nullable UUID updatedBy;

    private @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Revision() {}

    private Revision(@Nullable UUID by, Instant now) {
        this.generation = 1;
        this.createdAt = now.truncatedTo(MICROS);
        this.updatedAt = createdAt;
        this.createdBy = by;
        this.updatedBy = by;
    }

    /** Of what was created just now; without a user the platform did. */
    public static Revision first(@Nullable UUID by, Instant now) {
        return new Revision(by, now);
    }

    /** Every change counts, so that an older state never replaces a newer. */
    public void changed(@Nullable UUID by, Instant now) {
        generation++;
        updatedAt = now.truncatedTo(MICROS);
        updatedBy = by;
    }

    /** The last change: the row stays, for whoever still refers to it. */
    public void deleted(@Nullable UUID by, Instant now) {
        changed(by, now);
        deletedAt = updatedAt;
    }

    /** Whether it has been deleted. */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Counts the changes, from 1. */
    public long generation() {
        return generation;
    }

    /** When it was created. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it was changed last. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** The user who created it; absent where the platform did. */
    public @Nullable UUID createdBy() {
        return createdBy;
    }

    /** The user who changed it last; absent where the platform did. */
    public @Nullable UUID updatedBy() {
        return updatedBy;
    }

    /** When it was deleted, if it was. */
    public @Nullable Instant deletedAt() {
        return deletedAt;
    }
}
