package io.skyholm.billing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.skyholm.runtime.testing.api.ServiceUnderTest;

/** What all tests of this module stand on. */
@QuarkusTestResource(
        value = ServiceUnderTest.class,
        initArgs = {
            @ResourceArg(name = "service", value = "billing"),
            @ResourceArg(name = "parts", value = "postgres kafka")
        })
final class BillingPlatform {

    private BillingPlatform() {}
}
