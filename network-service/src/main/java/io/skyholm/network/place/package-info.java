/** Places: the sites of tenants, each with the subnet that serves it. A place of an instance on a machine is another thing. */
@NullMarked
package io.skyholm.network.place;

import org.jspecify.annotations.NullMarked;
