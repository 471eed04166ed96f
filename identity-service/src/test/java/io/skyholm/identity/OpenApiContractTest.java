package io.skyholm.identity;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.OpenApiContract;

/** Identity's OpenAPI is the committed one. */
@QuarkusTest
class OpenApiContractTest extends OpenApiContract {}
