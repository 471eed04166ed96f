/** What the control plane wishes of a host, read from the host's own topic. */
@NullMarked
package io.skyholm.agent.wish;

import org.jspecify.annotations.NullMarked;
