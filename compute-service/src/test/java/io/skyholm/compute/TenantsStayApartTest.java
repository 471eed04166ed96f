package io.skyholm.compute;

import io.skyholm.runtime.testing.rules.TenantsStayApart;
import java.util.Set;

class TenantsStayApartTest extends TenantsStayApart {

    TenantsStayApartTest() {
        super("compute", Set.of("template", "template_version", "stack_script", "instance_transfer"), Set.of());
    }
}
