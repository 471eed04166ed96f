/** What every hypervisor can do, whichever it is. */
@NullMarked
package io.skyholm.agent.hypervisor;

import org.jspecify.annotations.NullMarked;
