/** Machines as domains of libvirt, and ports as taps of the host: what runs guests for real. */
@NullMarked
package io.skyholm.agent.libvirt;

import org.jspecify.annotations.NullMarked;
