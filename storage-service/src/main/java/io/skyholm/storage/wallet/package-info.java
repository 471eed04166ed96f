/** What billing says of tenants' wallets, and what is refused because of that. */
@NullMarked
package io.skyholm.storage.wallet;

import org.jspecify.annotations.NullMarked;
