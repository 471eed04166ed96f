/** Instances: which there are, and on which machines. */
@NullMarked
package io.skyholm.storage.instance;

import org.jspecify.annotations.NullMarked;
