package io.skyholm.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.Patience;
import io.skyholm.runtime.testing.Sql;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What comes true a little later. */
public final class Eventually {

    private static final Duration SOON = Duration.ofSeconds(60);

    private Eventually() {}

    public static void holds(String what, BooleanSupplier condition) {
        assertThat(Patience.waitUntil(condition, SOON)).as(what).isTrue();
    }

    /** Waits until the database has that many rows of a kind. */
    public static void rows(long many, String query, Object... parameters) {
        holds(query, () -> Sql.asSuperuser("compute").number(query, parameters) == many);
    }
}
