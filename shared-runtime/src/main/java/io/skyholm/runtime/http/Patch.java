package io.skyholm.runtime.http;

import io.skyholm.runtime.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a field is after a PATCH: one that was left out stays what it is. */
public final class Patch {

    private Patch() {}

    /** A field that can be replaced. */
    public static <T> T of(@Nullable T wanted, T present) {
        return wanted == null ? present : wanted;
    }

    /** A field that can also be cleared: the caller sent null for it. */
    public static <T> @Nullable T of(@Nullable Optional<T> wanted, @Nullable T present) {
        return wanted == null ? present : wanted.orElse(null);
    }

    /** A status, which can be set to anything but the one that only DELETE leads to. */
    public static <T> T status(@Nullable T wanted, T present, T deleted) {
        if (deleted.equals(wanted)) {
            throw Problem.invalid("status", "becomes " + deleted + " by DELETE alone");
        }
        return of(wanted, present);
    }
}
