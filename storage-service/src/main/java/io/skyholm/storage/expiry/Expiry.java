package io.skyholm.storage.expiry;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.runtime.problem.Problem;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When something ends by its owner's choice, as its row says. */
@Embeddable
public class Expiry {

    private @Nullable Instant expiresAt;

    private boolean isExpiryTold;

    private @Nullable String expiryBlocker;

    /** Of what stays until somebody deletes it. */
    public Expiry() {}

    /** When it is deleted; null where it stays. */
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    /** Why it is still there although it has expired; null where it has not. */
    public @Nullable String expiryBlocker() {
        return expiryBlocker;
    }

    /** Another time is another promise: its owner is told of that one anew. */
    public void change(@Nullable Instant wanted, Instant now) {
        Instant next = wanted == null ? null : wanted.truncatedTo(MICROS);
        if (Objects.equals(next, expiresAt)) {
            return;
        }
        if (next != null && !next.isAfter(now)) {
            throw Problem.invalid("expiresAt", "must lie in the future");
        }
        set(next);
    }

    /** It stays. */
    public void clear() {
        set(null);
    }

    private void set(@Nullable Instant next) {
        expiresAt = next;
        isExpiryTold = false;
        expiryBlocker = null;
    }

    /**
     * What is due by now.
     *
     * @param notice how long before its owner is told
     */
    public ExpiryMove move(Instant now, Duration notice) {
        if (expiresAt == null) {
            return ExpiryMove.REST;
        }
        if (!expiresAt.isAfter(now)) {
            return ExpiryMove.END;
        }
        boolean isSoon = !expiresAt.minus(notice).isAfter(now);
        return isSoon && !isExpiryTold ? ExpiryMove.TELL : ExpiryMove.REST;
    }

    /** Its owner has been told that it expires soon. */
    public void told() {
        isExpiryTold = true;
    }

    /** Something keeps it; whether that is another reason than was known. */
    public boolean block(String reason) {
        boolean isNew = !reason.equals(expiryBlocker);
        expiryBlocker = reason;
        return isNew;
    }
}
