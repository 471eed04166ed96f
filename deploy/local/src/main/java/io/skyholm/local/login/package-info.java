/** How the launcher, the tests and the benchmarks log people in. */
@NullMarked
package io.skyholm.local.login;

import org.jspecify.annotations.NullMarked;
