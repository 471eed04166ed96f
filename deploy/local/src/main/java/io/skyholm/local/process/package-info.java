/** Processes of the operating system: started, recognised, measured and ended. */
@NullMarked
package io.skyholm.local.process;

import org.jspecify.annotations.NullMarked;
