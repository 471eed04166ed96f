/** The rules of types, headers and payloads, in examples. */
@NullMarked
package io.skyholm.events;

import org.jspecify.annotations.NullMarked;
