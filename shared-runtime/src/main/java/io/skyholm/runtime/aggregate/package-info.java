/** What every aggregate is composed of: its revision, and its way from the entity to the view and the fact. */
@NullMarked
package io.skyholm.runtime.aggregate;

import org.jspecify.annotations.NullMarked;
