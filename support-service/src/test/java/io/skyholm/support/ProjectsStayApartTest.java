package io.skyholm.support;

import io.skyholm.runtime.testing.rules.ProjectsStayApart;
import java.util.Map;

class ProjectsStayApartTest extends ProjectsStayApart {

    private static final String NOT_LIMITED = "no right of a project speaks of it, so that a limited call is refused";

    ProjectsStayApartTest() {
        super(
                "support",
                Map.of("ticket", NOT_LIMITED, "ticket_message", NOT_LIMITED, "notification", NOT_LIMITED),
                Map.of());
    }
}
