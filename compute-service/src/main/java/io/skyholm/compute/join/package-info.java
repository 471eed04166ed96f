/** How hosts join: one-time tokens, and what Kafka must know of a host. */
@NullMarked
package io.skyholm.compute.join;

import org.jspecify.annotations.NullMarked;
