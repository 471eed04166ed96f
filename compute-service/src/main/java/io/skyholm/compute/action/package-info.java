/** What instances can be told to do: when that can begin, what it changes, and how it ends. */
@NullMarked
package io.skyholm.compute.action;

import org.jspecify.annotations.NullMarked;
