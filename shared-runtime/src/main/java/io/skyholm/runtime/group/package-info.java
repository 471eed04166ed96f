/** User groups: who sees what is for the members of one. */
@NullMarked
package io.skyholm.runtime.group;

import org.jspecify.annotations.NullMarked;
