package io.skyholm.runtime.reconcile;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A row that somebody has taken to work on. WakeUps tells later whether it was woken meanwhile, and leasedUntil whether it
 * is still theirs.
 */
record Task(String kind, UUID id, OffsetDateTime leasedUntil, long wakeUps, int failures) {}
