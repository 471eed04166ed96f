/**
 * What becomes of the data of tenants and users that are deleted: a service says what it holds of them and why it keeps the
 * rest; here that is walked, a few rows at a time, until nothing is left, and told.
 */
@NullMarked
package io.skyholm.deletion;

import org.jspecify.annotations.NullMarked;
