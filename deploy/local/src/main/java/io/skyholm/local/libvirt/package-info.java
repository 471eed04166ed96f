/** Hosts whose machines are real: each a namespace of this machine with a libvirt of its own. */
@NullMarked
package io.skyholm.local.libvirt;

import org.jspecify.annotations.NullMarked;
