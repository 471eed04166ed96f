/** Whose limits identity's facts tell of, and how many rows of each kind a tenant may make; each service counts what it holds. */
@NullMarked
package io.skyholm.runtime.quota;

import org.jspecify.annotations.NullMarked;
