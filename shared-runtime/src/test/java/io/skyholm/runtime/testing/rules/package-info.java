/** What holds for the code, the statements and the tables of every service. */
@NullMarked
package io.skyholm.runtime.testing.rules;

import org.jspecify.annotations.NullMarked;
