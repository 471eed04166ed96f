package io.skyholm.storage;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.api.OpenApiContract;

/** The OpenAPI of storage is the committed one. */
@QuarkusTest
class OpenApiContractTest extends OpenApiContract {}
