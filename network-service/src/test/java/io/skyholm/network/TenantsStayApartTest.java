package io.skyholm.network;

import io.skyholm.runtime.testing.rules.TenantsStayApart;
import java.util.Set;

class TenantsStayApartTest extends TenantsStayApart {

    TenantsStayApartTest() {
        super("network", Set.of(), Set.of("known_tenant_vlan"));
    }
}
