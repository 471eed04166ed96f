/** Blocks of addresses, and what can be reckoned about them. */
@NullMarked
package io.skyholm.network.cidr;

import org.jspecify.annotations.NullMarked;
