/** The machines that instances run on, and what their hosts report. */
@NullMarked
package io.skyholm.compute.machine;

import org.jspecify.annotations.NullMarked;
