/** What hosts are asked to be, and what they report that they are. */
@NullMarked
package io.skyholm.events.host;

import org.jspecify.annotations.NullMarked;
