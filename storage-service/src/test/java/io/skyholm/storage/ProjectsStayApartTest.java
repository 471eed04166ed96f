package io.skyholm.storage;

import io.skyholm.runtime.testing.rules.ProjectsStayApart;
import java.util.Map;

class ProjectsStayApartTest extends ProjectsStayApart {

    private static final String LIMITS_KNOW_NO_IMAGES = "no right on images can be limited to a project";

    ProjectsStayApartTest() {
        super("storage", Map.of("image", LIMITS_KNOW_NO_IMAGES, "image_group_member", LIMITS_KNOW_NO_IMAGES), Map.of());
    }
}
