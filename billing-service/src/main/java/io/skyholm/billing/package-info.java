/** Billing: wallets over a double-entry ledger, and the plans that are offered. */
@NullMarked
package io.skyholm.billing;

import org.jspecify.annotations.NullMarked;
