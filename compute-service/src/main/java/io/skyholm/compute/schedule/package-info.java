/** When instances start and stop by themselves. */
@NullMarked
package io.skyholm.compute.schedule;

import org.jspecify.annotations.NullMarked;
