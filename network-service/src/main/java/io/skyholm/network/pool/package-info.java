/** Pools: how the addresses of a subnet are given. */
@NullMarked
package io.skyholm.network.pool;

import org.jspecify.annotations.NullMarked;
