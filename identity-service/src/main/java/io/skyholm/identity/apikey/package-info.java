/** API keys: with one, a program comes in as its owner, at every service. */
@NullMarked
package io.skyholm.identity.apikey;

import org.jspecify.annotations.NullMarked;
