/** Completes the OpenAPI document of a service at build time, from what its resource methods declare. */
@NullMarked
package io.skyholm.runtime.contract;

import org.jspecify.annotations.NullMarked;
