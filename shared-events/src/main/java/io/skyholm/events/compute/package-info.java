/** What compute says of its places, machines and instances. */
@NullMarked
package io.skyholm.events.compute;

import org.jspecify.annotations.NullMarked;
