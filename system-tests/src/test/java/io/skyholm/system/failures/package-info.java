/** What the suite does when its parts die. */
@NullMarked
package io.skyholm.system.failures;

import org.jspecify.annotations.NullMarked;
