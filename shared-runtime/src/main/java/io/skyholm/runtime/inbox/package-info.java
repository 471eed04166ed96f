/** What the world told us, applied once however often it arrives. */
@NullMarked
package io.skyholm.runtime.inbox;

import org.jspecify.annotations.NullMarked;
