/** Wallets: what tenants have paid in advance. */
@NullMarked
package io.skyholm.billing.wallet;

import org.jspecify.annotations.NullMarked;
