package io.skyholm.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.Patience;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What comes true a little later. */
public final class Eventually {

    private static final Duration SOON = Duration.ofSeconds(60);

    private Eventually() {}

    public static void holds(String what, BooleanSupplier condition) {
        assertThat(Patience.waitUntil(condition, SOON)).as(what).isTrue();
    }

    /** The first value that is as wanted. */
    public static <T> T found(String what, Supplier<T> look, Predicate<T> wanted) {
        AtomicReference<T> seen = new AtomicReference<>();
        boolean found = Patience.waitUntil(
                () -> {
                    seen.set(look.get());
                    return wanted.test(seen.get());
                },
                SOON);
        assertThat(found).as("%s, last seen: %s", what, seen.get()).isTrue();
        return Objects.requireNonNull(seen.get());
    }
}
