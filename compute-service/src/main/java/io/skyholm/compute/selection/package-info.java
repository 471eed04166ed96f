/** Instances that somebody picks to have them do the same thing at once. */
@NullMarked
package io.skyholm.compute.selection;

import org.jspecify.annotations.NullMarked;
