package io.skyholm.compute;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.OpenApiContract;

/** Compute's OpenAPI is the committed one. */
@QuarkusTest
class OpenApiContractTest extends OpenApiContract {}
