/** Calls made from the published document: addresses, headers and bodies, with ids of whomever they are meant to concern. */
@NullMarked
package io.skyholm.system.calls;

import org.jspecify.annotations.NullMarked;
