/** What guests write to their consoles: whoever may use an instance reads it, and its host is asked for it when somebody does. */
@NullMarked
package io.skyholm.compute.console;

import org.jspecify.annotations.NullMarked;
