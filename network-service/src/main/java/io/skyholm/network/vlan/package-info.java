/** VLAN ids: none is anybody's twice in a data centre. */
@NullMarked
package io.skyholm.network.vlan;

import org.jspecify.annotations.NullMarked;
