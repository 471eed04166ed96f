/** What happens to the rows of each table in the long run. */
@NullMarked
package io.skyholm.compute.retention;

import org.jspecify.annotations.NullMarked;
