/** All parts together: started in the right order, watched, stopped, and lent to tests. */
@NullMarked
package io.skyholm.local.suite;

import org.jspecify.annotations.NullMarked;
