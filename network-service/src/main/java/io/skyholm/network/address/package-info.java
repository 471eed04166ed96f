/** Addresses: who has which, and that nobody has another's. */
@NullMarked
package io.skyholm.network.address;

import org.jspecify.annotations.NullMarked;
