/** What runs, since when, and what is charged for it: known from facts alone. */
@NullMarked
package io.skyholm.billing.meter;

import org.jspecify.annotations.NullMarked;
