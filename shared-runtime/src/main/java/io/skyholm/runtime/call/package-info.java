/** Who calls, with what, and what they asked for: known at the door, carried to the database. */
@NullMarked
package io.skyholm.runtime.call;

import org.jspecify.annotations.NullMarked;
