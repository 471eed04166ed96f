/** What billing says of wallets, of what moves on them, and of the plans that are offered. */
@NullMarked
package io.skyholm.events.billing;

import org.jspecify.annotations.NullMarked;
