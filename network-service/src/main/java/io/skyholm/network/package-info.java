/** Network: VPCs, subnets, addresses, ports, and who may talk to whom. */
@NullMarked
package io.skyholm.network;

import org.jspecify.annotations.NullMarked;
