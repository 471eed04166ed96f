/** What the tests of every service stand on: the platform's parts, tokens, house rules, and bad input. */
@NullMarked
package io.skyholm.runtime.testing;

import org.jspecify.annotations.NullMarked;
