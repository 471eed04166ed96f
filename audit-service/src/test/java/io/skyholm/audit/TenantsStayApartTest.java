package io.skyholm.audit;

import io.skyholm.runtime.testing.rules.TenantsStayApart;
import java.util.Set;

class TenantsStayApartTest extends TenantsStayApart {

    TenantsStayApartTest() {
        super("audit", Set.of(), Set.of());
    }
}
