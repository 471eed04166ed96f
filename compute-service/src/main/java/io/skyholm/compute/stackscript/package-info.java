/** The scripts of first boots, and the variables they ask for. */
@NullMarked
package io.skyholm.compute.stackscript;

import org.jspecify.annotations.NullMarked;
