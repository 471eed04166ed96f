package io.skyholm.compute.consolesession;

import java.time.Duration;

/** How long a line is open, and how much goes over it in a second. */
record LineLimits(Duration patience, Duration idle, Duration longest, int typedBytes, int shownBytes) {

    static LineLimits of(ConsoleSessionSettings settings) {
        return new LineLimits(
                settings.patience(), settings.idle(), settings.longest(), settings.typedBytes(), settings.shownBytes());
    }
}
