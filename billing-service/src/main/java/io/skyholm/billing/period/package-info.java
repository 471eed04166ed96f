/** What is invoiced of a wallet, month by month: each movement once. */
@NullMarked
package io.skyholm.billing.period;

import org.jspecify.annotations.NullMarked;
