/** What hosts report, which machines are heard, and which have fallen silent. */
@NullMarked
package io.skyholm.compute.heartbeat;

import org.jspecify.annotations.NullMarked;
