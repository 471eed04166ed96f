package io.skyholm.support;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.skyholm.runtime.testing.api.ServiceUnderTest;

/** What all tests of this module stand on. */
@QuarkusTestResource(
        value = ServiceUnderTest.class,
        initArgs = {
            @ResourceArg(name = "service", value = "support"),
            @ResourceArg(name = "parts", value = "postgres kafka")
        })
final class SupportPlatform {

    private SupportPlatform() {}
}
