package io.skyholm.system.journeys;

import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Keycloak;
import io.skyholm.system.suite.Mailbox;
import io.skyholm.system.suite.RunningSuite;
import java.util.Map;
import java.util.UUID;

/** Somebody who works in a customer's tenant: invited by mail, and signed in. */
record Member(String userId, String username, String email, Api api) {

    static Member join(Api owner) {
        String username = "member-" + UUID.randomUUID();
        String email = username + "@example.test";
        String password = "Aa1-" + UUID.randomUUID();
        owner.post("/v1/invitations", Map.of("email", email)).expecting(201);
        String token = new Mailbox(email).token("You are invited to Skyholm");
        String userId = RunningSuite.as("")
                .post("/v1/invitations/accept", Map.of("token", token, "username", username, "password", password))
                .expecting(201)
                .text("userId");
        return new Member(userId, username, email, RunningSuite.as(Keycloak.token(username, password)));
    }
}
