/** How fast network allocates addresses to clients that compete for them. */
@NullMarked
package io.skyholm.system.benchmarks.ipam;

import org.jspecify.annotations.NullMarked;
