/** What every service tells audit beside its facts: the calls that were made. */
@NullMarked
package io.skyholm.events.audit;

import org.jspecify.annotations.NullMarked;
