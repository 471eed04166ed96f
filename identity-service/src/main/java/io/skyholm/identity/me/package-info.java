/** Who the caller is. */
@NullMarked
package io.skyholm.identity.me;

import org.jspecify.annotations.NullMarked;
