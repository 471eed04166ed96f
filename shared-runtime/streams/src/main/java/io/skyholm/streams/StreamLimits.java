package io.skyholm.streams;

import java.time.Duration;

/**
 * What streams of a kind may cost.
 *
 * @param watchers how many may watch at once, in each process
 * @param pause how long a stream that has told everything waits before it looks again
 * @param longest after which a stream ends; the client comes back if it wants more
 */
public record StreamLimits(int watchers, Duration pause, Duration longest) {}
