package io.skyholm.support;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.OpenApiContract;

/** Support's OpenAPI is the committed one. */
@QuarkusTest
class OpenApiContractTest extends OpenApiContract {}
