package io.skyholm.support;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How every operation of support is called rightly, on things of one tenant. */
final class SupportExamples {

    private SupportExamples() {}

    /** Things of the owner's tenant; what is said in its ticket is said by the operator's administrator. */
    static Examples of(Person owner) {
        Fresh.known(owner, BuiltInRole.TENANT_ADMIN);
        Person admin = Fresh.known(Person.ADMIN, BuiltInRole.ADMIN);
        UUID ticket = Fresh.ticket(owner);
        owner.patch("/v1/tickets/" + ticket, Map.of("tags", List.of("storage")))
                .then()
                .statusCode(200);
        admin.patch("/v1/tickets/" + ticket, Map.of("assignedTo", admin.id()))
                .then()
                .statusCode(200);
        String messages = "/v1/tickets/" + ticket + "/messages";
        UUID message = admin.made(messages, Map.of("message", "A neighbour wrote a lot; we have moved your disk."));
        UUID told = admin.made(
                "/v1/notifications",
                Map.of("userId", admin.id(), "title", "A disk was moved", "message", "Have a look at it tomorrow."));
        return new Examples()
                .example(
                        "POST /v1/tickets",
                        Map.of(
                                "subject",
                                "I cannot log in",
                                "description",
                                "It says that my code is wrong.",
                                "category",
                                "ACCOUNT",
                                "priority",
                                "HIGH",
                                "tags",
                                List.of("login")))
                .example("PATCH /v1/tickets/{id}", Map.of("priority", "URGENT"))
                .path("/v1/tickets/{id}", () -> "/v1/tickets/" + ticket)
                .path("/v1/tickets/{id}/messages", () -> messages)
                .example("POST /v1/tickets/{id}/messages", Map.of("message", "It is fast again, thank you."))
                .path("/v1/tickets/{id}/messages/{messageId}", () -> messages + "/" + message)
                .example(
                        "PATCH /v1/tickets/{id}/messages/{messageId}",
                        Map.of("message", "A neighbour wrote a lot; your disk is on another host now."))
                .example(
                        "POST /v1/notifications",
                        Map.of(
                                "userId",
                                owner.id(),
                                "type",
                                "WARNING",
                                "title",
                                "Your disk is nearly full",
                                "message",
                                "Grow it, or delete what you do not need.",
                                "metadata",
                                Map.of("diskId", UUID.randomUUID().toString())))
                .path("/v1/notifications/{id}", () -> "/v1/notifications/" + told)
                .path("/v1/notifications/{id}/read", () -> "/v1/notifications/" + told + "/read");
    }
}
