/** Checks of disks, and their repair. */
@NullMarked
package io.skyholm.agent.check;

import org.jspecify.annotations.NullMarked;
