/** How native libraries are called that may hang, without that the agent does. */
@NullMarked
package io.skyholm.agent.nativecode;

import org.jspecify.annotations.NullMarked;
