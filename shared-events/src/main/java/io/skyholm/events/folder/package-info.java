/** Where processes of one machine keep what no other user may change. It needs only the JDK. */
@NullMarked
package io.skyholm.events.folder;

import org.jspecify.annotations.NullMarked;
