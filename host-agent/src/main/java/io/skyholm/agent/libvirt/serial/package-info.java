/** The first serial ports of guests: what they write there, and what is typed into them. */
@NullMarked
package io.skyholm.agent.libvirt.serial;

import org.jspecify.annotations.NullMarked;
