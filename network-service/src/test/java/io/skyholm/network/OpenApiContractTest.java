package io.skyholm.network;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.OpenApiContract;

/** The OpenAPI of network is the committed one. */
@QuarkusTest
class OpenApiContractTest extends OpenApiContract {}
