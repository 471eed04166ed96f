/** What a person reads at the terminal and is asked there; commands decide when. */
@NullMarked
package io.skyholm.local.terminal;

import org.jspecify.annotations.NullMarked;
