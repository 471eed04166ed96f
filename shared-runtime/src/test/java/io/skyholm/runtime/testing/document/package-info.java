/** What an OpenAPI document leaves open: descriptions, limits and examples that it lacks. */
@NullMarked
package io.skyholm.runtime.testing.document;

import org.jspecify.annotations.NullMarked;
