/** What is open at the moment, how much of it one caller may have, and how slow its clients may be. */
@NullMarked
package io.skyholm.gateway.limit;

import org.jspecify.annotations.NullMarked;
