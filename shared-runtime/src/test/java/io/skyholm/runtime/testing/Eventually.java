package io.skyholm.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what comes true a little later, and not for ever: what takes longer than a busy machine needs has failed. */
public final class Eventually {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);

    private Eventually() {}

    public static void holds(String what, BooleanSupplier condition) {
        assertThat(isSo(SOON, condition)).as(what).isTrue();
    }

    /** Waits until the service's database has that many rows of a kind. */
    public static void rows(long many, String query, Object... parameters) {
        Sql sql = Sql.asSuperuser(ServiceName.underTest());
        holds(query, () -> sql.number(query, parameters) == many);
    }

    /** The first value that is as wanted. */
    public static <T> T found(String what, Supplier<T> look, Predicate<T> wanted) {
        AtomicReference<T> seen = new AtomicReference<>();
        boolean found = isSo(SOON, () -> {
            seen.set(look.get());
            return wanted.test(seen.get());
        });
        assertThat(found).as("%s, last seen: %s", what, seen.get()).isTrue();
        return Objects.requireNonNull(seen.get());
    }

    /** What the look finds, as soon as it finds something, and within that time. */
    public static <T> T get(Duration timeout, Supplier<@Nullable T> look) {
        AtomicReference<@Nullable T> seen = new AtomicReference<>();
        until(timeout, () -> {
            seen.set(look.get());
            return seen.get() != null;
        });
        return Objects.requireNonNull(seen.get());
    }

    /** Returns as soon as it is so, within that time. */
    public static void until(Duration timeout, BooleanSupplier condition) {
        if (!isSo(timeout, condition)) {
            throw new AssertionError("It did not happen within " + timeout);
        }
    }

    /** Looks at least once. */
    private static boolean isSo(Duration timeout, BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun >= timeout.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }
}
