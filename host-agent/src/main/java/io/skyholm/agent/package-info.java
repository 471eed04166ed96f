/** Runs on each host: brings it to its desired state, and reports what it observes. */
@NullMarked
package io.skyholm.agent;

import org.jspecify.annotations.NullMarked;
