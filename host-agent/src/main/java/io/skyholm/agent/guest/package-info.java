/** How a guest that runs is asked to do something, if it has an agent for that. */
@NullMarked
package io.skyholm.agent.guest;

import org.jspecify.annotations.NullMarked;
