/** What the agent does with ports. */
@NullMarked
package io.skyholm.agent.port;

import org.jspecify.annotations.NullMarked;
