/** Java programs as command lines, and the ahead-of-time caches that make them start faster. */
@NullMarked
package io.skyholm.local.aot;

import org.jspecify.annotations.NullMarked;
