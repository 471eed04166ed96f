/** Hosts: which machines there are, and what they report of ports. */
@NullMarked
package io.skyholm.network.host;

import org.jspecify.annotations.NullMarked;
