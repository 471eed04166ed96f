/** Runs on each host: makes it what the control plane wishes, and reports what it is. */
@NullMarked
package io.skyholm.agent;

import org.jspecify.annotations.NullMarked;
