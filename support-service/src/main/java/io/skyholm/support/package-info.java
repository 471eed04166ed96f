/** Support: people get answers, and are told what concerns them. */
@NullMarked
package io.skyholm.support;

import org.jspecify.annotations.NullMarked;
