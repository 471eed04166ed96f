package io.skyholm.identity;

import io.skyholm.runtime.testing.rules.TenantsStayApart;
import java.util.Set;

class TenantsStayApartTest extends TenantsStayApart {

    TenantsStayApartTest() {
        super("identity", Set.of(), Set.of());
    }
}
