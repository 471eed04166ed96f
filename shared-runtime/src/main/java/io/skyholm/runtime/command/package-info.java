/** How a caller's change is carried out: once, if they say so, or only in thought. */
@NullMarked
package io.skyholm.runtime.command;

import org.jspecify.annotations.NullMarked;
