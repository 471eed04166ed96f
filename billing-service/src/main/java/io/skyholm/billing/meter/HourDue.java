package io.skyholm.billing.meter;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an hour of the calendar costs.
 *
 * @param hour when it begins
 * @param tariff by which most of it is due
 */
record HourDue(Instant hour, BigDecimal amount, Tariff tariff) {}
