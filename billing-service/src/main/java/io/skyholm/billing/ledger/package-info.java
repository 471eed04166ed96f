/** The ledger: what moves on wallets and what is held of them, posted many at a time. */
@NullMarked
package io.skyholm.billing.ledger;

import org.jspecify.annotations.NullMarked;
