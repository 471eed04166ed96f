/** What holds of the facts of other services that a service keeps. */
@NullMarked
package io.skyholm.runtime.testing.facts;

import org.jspecify.annotations.NullMarked;
