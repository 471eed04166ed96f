/** Who may do what: the permissions that every service checks by the same names. */
@NullMarked
package io.skyholm.events.access;

import org.jspecify.annotations.NullMarked;
