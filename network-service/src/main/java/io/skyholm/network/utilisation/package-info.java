/** Utilisation: how much of a subnet or a pool is held. */
@NullMarked
package io.skyholm.network.utilisation;

import org.jspecify.annotations.NullMarked;
