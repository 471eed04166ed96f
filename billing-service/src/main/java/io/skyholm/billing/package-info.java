/** Billing: wallets over a double-entry ledger, the plans that are offered, and what runs by them. */
@NullMarked
package io.skyholm.billing;

import org.jspecify.annotations.NullMarked;
