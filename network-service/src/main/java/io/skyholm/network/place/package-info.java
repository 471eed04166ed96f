/** Places: where a tenant is, and the subnet that serves it. */
@NullMarked
package io.skyholm.network.place;

import org.jspecify.annotations.NullMarked;
