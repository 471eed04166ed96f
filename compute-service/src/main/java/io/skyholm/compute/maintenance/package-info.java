/** When machines are maintained, and what the tenants of the instances on them are told and choose. */
@NullMarked
package io.skyholm.compute.maintenance;

import org.jspecify.annotations.NullMarked;
