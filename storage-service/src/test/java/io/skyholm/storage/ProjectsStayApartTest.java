package io.skyholm.storage;

import io.skyholm.runtime.testing.rules.ProjectsStayApart;
import java.util.Map;

class ProjectsStayApartTest extends ProjectsStayApart {

    ProjectsStayApartTest() {
        super("storage", Map.of(), Map.of("image", "visibility <> 'PUBLIC' and tenant_id is not null"));
    }
}
