/** What network says of its subnets, addresses and ports. */
@NullMarked
package io.skyholm.events.network;

import org.jspecify.annotations.NullMarked;
