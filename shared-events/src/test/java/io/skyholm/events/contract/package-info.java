/** Holds the published contract to the records: schemas, examples, compatibility and the catalogue are checked here. */
@NullMarked
package io.skyholm.events.contract;

import org.jspecify.annotations.NullMarked;
