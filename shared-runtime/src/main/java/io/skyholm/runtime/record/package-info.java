/** Records made by the names of their components: from rows of the database, and from entities. */
@NullMarked
package io.skyholm.runtime.record;

import org.jspecify.annotations.NullMarked;
