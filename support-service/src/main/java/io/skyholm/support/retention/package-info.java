/** What happens to the rows of each table in the long run. */
@NullMarked
package io.skyholm.support.retention;

import org.jspecify.annotations.NullMarked;
