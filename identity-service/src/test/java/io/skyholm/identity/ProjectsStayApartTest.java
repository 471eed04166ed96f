package io.skyholm.identity;

import io.skyholm.runtime.testing.rules.ProjectsStayApart;
import java.util.Map;

class ProjectsStayApartTest extends ProjectsStayApart {

    ProjectsStayApartTest() {
        super(
                "identity",
                Map.of(
                        "role_assignment", "roles are assigned by those who may do so for the whole tenant",
                        "user_group_member", "members are added by those who may do so for the whole tenant",
                        "session", "everybody has their own; SESSION is no permission within a project",
                        "login", "everybody has their own",
                        "password_reset", "comes of mail, not of calls within a project",
                        "email_verification", "comes of mail, not of calls within a project",
                        "invitation", "users are invited by those who may do so for the whole tenant",
                        "registration", "nobody has a tenant yet"),
                Map.of());
    }
}
