/** Brings what others made, through the ordinary Maven client, and keeps it unpacked. */
@NullMarked
package io.skyholm.local.artifact;

import org.jspecify.annotations.NullMarked;
