package io.skyholm.runtime.reconcile;

import java.time.Duration;

/**
 * How a loop takes work.
 *
 * @param lease how long a row is out of others' reach, should its taker die
 * @param longestStep after which a step is given up; shorter than the lease
 * @param atOnce how many rows are stepped at the same time
 */
record ReconcileLimits(Duration lease, Duration longestStep, int atOnce) {

    static final ReconcileLimits USUAL = new ReconcileLimits(Duration.ofSeconds(30), Duration.ofSeconds(20), 8);
}
