/** Programs that Debian has and Maven Central has not. */
@NullMarked
package io.skyholm.local.debian;

import org.jspecify.annotations.NullMarked;
