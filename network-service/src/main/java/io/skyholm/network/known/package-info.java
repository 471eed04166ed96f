/** What other contexts told: data centres, instances, tenants' limits and VLANs. */
@NullMarked
package io.skyholm.network.known;

import org.jspecify.annotations.NullMarked;
