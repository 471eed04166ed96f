package io.skyholm.gateway;

import io.skyholm.gateway.call.RouteClasses;
import java.time.Duration;

/** Limits that a test reaches. */
final class TestLimits {

    private TestLimits() {}

    /** One class for all routes, with this in place of its usual columns before the pattern. */
    static RouteClasses json(String columns) {
        return RouteClasses.parse("json " + columns + " *:/*");
    }

    static RouteClasses table(String... rows) {
        return RouteClasses.parse(String.join("\n", rows));
    }

    /** Few connections, which have to hurry. */
    static Limits hasty(int connections, int connectionsPerAddress) {
        Limits usual = Limits.USUAL;
        return new Limits(
                connections,
                connectionsPerAddress,
                usual.calls(),
                usual.heldBytes(),
                usual.heldBytesPerCaller(),
                Duration.ofMillis(1000),
                Duration.ofMillis(1500),
                Duration.ofSeconds(10));
    }

    /** Few connections, which may take their time. */
    static Limits crowded(int connections) {
        Limits usual = Limits.USUAL;
        return new Limits(
                connections,
                1000,
                usual.calls(),
                usual.heldBytes(),
                usual.heldBytesPerCaller(),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                usual.drain());
    }

    static Limits holding(long bytes, long bytesPerCaller) {
        Limits usual = Limits.USUAL;
        return new Limits(
                usual.connections(),
                usual.connectionsPerAddress(),
                usual.calls(),
                bytes,
                bytesPerCaller,
                usual.firstRequest(),
                usual.idle(),
                usual.drain());
    }
}
