/** Consoles that somebody types into: tickets, the lines that they open, and who had them. */
@NullMarked
package io.skyholm.compute.consolesession;

import org.jspecify.annotations.NullMarked;
