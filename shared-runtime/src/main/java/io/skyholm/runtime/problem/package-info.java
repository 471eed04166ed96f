/** What went wrong, in the words of RFC 9457. */
@NullMarked
package io.skyholm.runtime.problem;

import org.jspecify.annotations.NullMarked;
