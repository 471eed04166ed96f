/** Work that is never done for good: a row is walked from what it is to what it should be. */
@NullMarked
package io.skyholm.runtime.reconcile;

import org.jspecify.annotations.NullMarked;
