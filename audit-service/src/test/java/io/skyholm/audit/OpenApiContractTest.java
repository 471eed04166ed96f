package io.skyholm.audit;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.OpenApiContract;

/** Audit's OpenAPI is the committed one. */
@QuarkusTest
class OpenApiContractTest extends OpenApiContract {}
