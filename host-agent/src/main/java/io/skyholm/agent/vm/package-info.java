/** What the agent does with virtual machines. */
@NullMarked
package io.skyholm.agent.vm;

import org.jspecify.annotations.NullMarked;
