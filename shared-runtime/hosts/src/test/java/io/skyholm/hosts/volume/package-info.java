/** A kind of thing on hosts as a service adds it: these are all the files that it takes. */
@NullMarked
package io.skyholm.hosts.volume;

import org.jspecify.annotations.NullMarked;
