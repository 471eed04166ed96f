package io.skyholm.network;

import io.skyholm.runtime.testing.rules.ProjectsStayApart;
import java.util.Map;

class ProjectsStayApartTest extends ProjectsStayApart {

    ProjectsStayApartTest() {
        super("network", Map.of(), Map.of("vpc", "tenant_id is not null", "ip_address", "tenant_id is not null"));
    }
}
