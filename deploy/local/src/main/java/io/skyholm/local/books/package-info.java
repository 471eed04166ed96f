/** Compares the books of a running suite with what they count: each other, and what hosts see. */
@NullMarked
package io.skyholm.local.books;

import org.jspecify.annotations.NullMarked;
