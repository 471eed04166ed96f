/** Themes: named sets of colours, one of them in use. */
@NullMarked
package io.skyholm.identity.theme;

import org.jspecify.annotations.NullMarked;
