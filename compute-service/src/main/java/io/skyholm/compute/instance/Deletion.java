package io.skyholm.compute.instance;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.runtime.http.Patch;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an instance stays or is deleted, and how long its deletion can be undone. */
@Embeddable
public class Deletion {

    @Enumerated(EnumType.STRING)
    private Intent intent = Intent.KEEP;

    private boolean deletionProtection;
    private int undoSeconds;
    private @Nullable Instant deletableAt;

    protected Deletion() {}

    Deletion(InstanceSpec.Options options) {
        deletionProtection = options.deletionProtection();
        undoSeconds = options.undoSeconds();
    }

    public Intent intent() {
        return intent;
    }

    public boolean isProtected() {
        return deletionProtection;
    }

    public int undoSeconds() {
        return undoSeconds;
    }

    public @Nullable Instant deletableAt() {
        return deletableAt;
    }

    public boolean isUndeletable(Instant now) {
        return intent == Intent.DELETE && deletableAt != null && now.isBefore(deletableAt);
    }

    void change(ChangeInstance command) {
        deletionProtection = Patch.of(command.deletionProtection(), deletionProtection);
        undoSeconds = Patch.of(command.undoSeconds(), undoSeconds);
    }

    /** What never ran has nothing that somebody could miss: it is not kept for an undo. */
    void delete(boolean hasRun, Instant now) {
        intent = Intent.DELETE;
        deletableAt = undoSeconds > 0 && hasRun ? now.plusSeconds(undoSeconds).truncatedTo(MICROS) : null;
    }

    /** Nobody is left who could undo it: it does not wait for that. */
    public void makeFinal() {
        undoSeconds = 0;
        deletableAt = null;
    }

    public void release() {
        intent = Intent.RELEASE;
    }

    public void keep() {
        intent = Intent.KEEP;
    }

    public void undelete() {
        intent = Intent.KEEP;
        deletableAt = null;
    }

    /** What is to become of an instance as a whole. */
    public enum Intent {
        /** It stays. */
        KEEP,
        /** It could not be created: what it took is released, and it stays as an error until it is tried again. */
        RELEASE,
        /** All it took is released, and it is deleted. */
        DELETE
    }
}
