/** What a host is to be, read from the host's own topic. */
@NullMarked
package io.skyholm.agent.desired;

import org.jspecify.annotations.NullMarked;
