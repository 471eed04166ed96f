/** How many rows of each kind a tenant may make: no table of tenants' rows grows as somebody outside likes. */
@NullMarked
package io.skyholm.runtime.quota;

import org.jspecify.annotations.NullMarked;
