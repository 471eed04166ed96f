/** What is wanted of the consoles of machines: it is read on the host, and told to the platform, which waits for it. */
@NullMarked
package io.skyholm.agent.console;

import org.jspecify.annotations.NullMarked;
