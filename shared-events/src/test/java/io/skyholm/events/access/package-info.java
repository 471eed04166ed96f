/** The rules of permissions, in examples. */
@NullMarked
package io.skyholm.events.access;

import org.jspecify.annotations.NullMarked;
