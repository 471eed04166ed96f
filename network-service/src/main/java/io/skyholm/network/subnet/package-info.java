/** Subnets: blocks of a VPC's addresses, and what of them was never given. */
@NullMarked
package io.skyholm.network.subnet;

import org.jspecify.annotations.NullMarked;
