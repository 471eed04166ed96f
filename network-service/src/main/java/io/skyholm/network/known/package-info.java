/** What other contexts told: tenants' limits, data centres, machines. */
@NullMarked
package io.skyholm.network.known;

import org.jspecify.annotations.NullMarked;
