/** Requests made from the published document, valid and not, whose answers are held against it. */
@NullMarked
package io.skyholm.system.fuzz;

import org.jspecify.annotations.NullMarked;
