/** What guests write to their consoles, and what is typed into them. */
@NullMarked
package io.skyholm.system.consoles;

import org.jspecify.annotations.NullMarked;
