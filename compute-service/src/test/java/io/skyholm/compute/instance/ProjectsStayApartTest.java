package io.skyholm.compute.instance;

import io.skyholm.runtime.testing.rules.ProjectsStayApart;
import java.util.Map;

class ProjectsStayApartTest extends ProjectsStayApart {

    ProjectsStayApartTest() {
        super("compute", Map.of(), Map.of("template", "visibility <> 'PUBLIC' and tenant_id is not null"));
    }
}
