/** Lists that are walked by cursor. */
@NullMarked
package io.skyholm.runtime.page;

import org.jspecify.annotations.NullMarked;
