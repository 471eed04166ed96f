/** What is thrown away when it has served its time. */
@NullMarked
package io.skyholm.runtime.housekeeping;

import org.jspecify.annotations.NullMarked;
