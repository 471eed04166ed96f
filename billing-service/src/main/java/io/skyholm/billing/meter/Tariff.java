package io.skyholm.billing.meter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What a plan costs from then on: its terms have versions.
 *
 * @param bySecond whether each second is paid, or each hour that has been started
 */
record Tariff(UUID planId, int version, Instant since, boolean bySecond, BigDecimal hourly, BigDecimal monthly) {}
