package io.skyholm.billing.meter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says of a thing: from then on, until what the next one says, it runs by that plan, or by none.
 *
 * @param planId absent while nothing is to be paid for it
 */
record MeterState(long generation, Instant at, @Nullable UUID planId) {}
