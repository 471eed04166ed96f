/** Who may call: tokens verified locally, permissions checked before a method runs. */
@NullMarked
package io.skyholm.runtime.access;

import org.jspecify.annotations.NullMarked;
