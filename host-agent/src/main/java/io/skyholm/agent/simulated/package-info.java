/** A hypervisor that runs nothing: with time that passes, failures, and a memory that outlives the agent. */
@NullMarked
package io.skyholm.agent.simulated;

import org.jspecify.annotations.NullMarked;
