/** What other services prepare for an instance before its host can run it: its ports and its boot disk. */
@NullMarked
package io.skyholm.compute.part;

import org.jspecify.annotations.NullMarked;
