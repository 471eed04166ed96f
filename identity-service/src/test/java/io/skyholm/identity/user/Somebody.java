package io.skyholm.identity.user;

import static io.skyholm.identity.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.skyholm.identity.Fresh;
import io.skyholm.local.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A user whom the service has been asked to make. */
record Somebody(UUID id, UUID tenant, String username) {

    static final String PASSWORD = "correct horse battery";

    private static final Duration SOON = Duration.ofSeconds(60);

    static Somebody fresh() {
        return named(Fresh.username());
    }

    static Somebody named(String username) {
        UUID tenant = Fresh.tenant();
        Map<String, Object> body = Fresh.userOf(tenant, "username", username);
        body.put("email", username + "@example.com");
        return new Somebody(Fresh.user(body), tenant, username);
    }

    /** Somebody who can sign in. */
    static Somebody withPassword() {
        Somebody somebody = fresh();
        somebody.becomesReady();
        somebody.setPassword(PASSWORD).then().statusCode(200);
        somebody.becomesReady();
        return somebody;
    }

    Response setPassword(String password) {
        return ADMIN.put(path() + "/password", Map.of("password", password, "temporary", false));
    }

    void change(Map<String, ?> change) {
        ADMIN.patch(path(), change).then().statusCode(200);
    }

    void delete() {
        ADMIN.delete(path()).then().statusCode(200);
    }

    /** Waits until the directory holds what was asked for. */
    void becomesReady() {
        assertThat(Patience.waitUntil(() -> state().equals("READY"), SOON))
                .as("%s is %s", username, state())
                .isTrue();
    }

    String state() {
        return ADMIN.get(path()).path("directoryState");
    }

    private String path() {
        return "/v1/users/" + id;
    }
}
