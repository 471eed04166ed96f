package io.skyholm.billing;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.OpenApiContract;

/** Billing's OpenAPI is the committed one. */
@QuarkusTest
class OpenApiContractTest extends OpenApiContract {}
