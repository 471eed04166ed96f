package io.skyholm.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.BoundedWait;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what comes true a little later, and not for ever: what takes longer than a busy machine needs has failed. */
public final class Eventually {

    private static final Duration SOON = Duration.ofSeconds(60);

    private Eventually() {}

    public static void holds(String what, BooleanSupplier condition) {
        assertThat(BoundedWait.waitUntil(condition, SOON)).as(what).isTrue();
    }

    /** Waits until the service's database has that many rows of a kind. */
    public static void rows(long many, String query, Object... parameters) {
        Sql sql = Sql.asSuperuser(ServiceName.underTest());
        holds(query, () -> sql.number(query, parameters) == many);
    }

    /** The first value that is as wanted. */
    public static <T> T found(String what, Supplier<T> look, Predicate<T> wanted) {
        AtomicReference<T> seen = new AtomicReference<>();
        boolean found = BoundedWait.waitUntil(
                () -> {
                    seen.set(look.get());
                    return wanted.test(seen.get());
                },
                SOON);
        assertThat(found).as("%s, last seen: %s", what, seen.get()).isTrue();
        return Objects.requireNonNull(seen.get());
    }
}
