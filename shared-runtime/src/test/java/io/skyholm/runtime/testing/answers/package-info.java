/** What a service under test answered, written down and held against its OpenAPI document. */
@NullMarked
package io.skyholm.runtime.testing.answers;

import org.jspecify.annotations.NullMarked;
