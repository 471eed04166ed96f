/** Forecasts: what goes on running will cost, and what something new would. */
@NullMarked
package io.skyholm.billing.forecast;

import org.jspecify.annotations.NullMarked;
