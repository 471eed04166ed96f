/** Whose limits identity's facts tell of; each service counts what it holds itself. */
@NullMarked
package io.skyholm.runtime.quota;

import org.jspecify.annotations.NullMarked;
