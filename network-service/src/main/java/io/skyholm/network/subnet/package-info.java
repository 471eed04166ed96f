/** Subnets: blocks of a VPC's addresses. */
@NullMarked
package io.skyholm.network.subnet;

import org.jspecify.annotations.NullMarked;
