/** How a host becomes one of the platform's: its keys, its token, and what it is told in return. */
@NullMarked
package io.skyholm.agent.join;

import org.jspecify.annotations.NullMarked;
