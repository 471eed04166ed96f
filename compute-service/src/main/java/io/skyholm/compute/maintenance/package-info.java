/** When machines are maintained. */
@NullMarked
package io.skyholm.compute.maintenance;

import org.jspecify.annotations.NullMarked;
