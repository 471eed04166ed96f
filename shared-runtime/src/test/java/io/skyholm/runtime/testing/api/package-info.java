/** What holds for every operation of a service, tried out as its OpenAPI document describes it. */
@NullMarked
package io.skyholm.runtime.testing.api;

import org.jspecify.annotations.NullMarked;
