package io.skyholm.identity.user;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.local.BoundedWait;
import io.skyholm.runtime.testing.fixtures.Person;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A user whom the service has been asked to make. */
public record Somebody(UUID id, UUID tenant, String username) {

    public static final String PASSWORD = "correct horse battery";

    private static final Duration SOON = Duration.ofSeconds(60);

    public static Somebody fresh() {
        return named(Fresh.username());
    }

    public static Somebody named(String username) {
        UUID tenant = Fresh.tenant();
        Map<String, Object> body = Fresh.userOf(tenant, "username", username);
        body.put("email", username + "@example.com");
        return new Somebody(Fresh.user(body), tenant, username);
    }

    /** Somebody who can sign in. */
    public static Somebody withPassword() {
        Somebody somebody = fresh();
        somebody.becomesReady();
        somebody.setPassword(PASSWORD).then().statusCode(200);
        somebody.becomesReady();
        return somebody;
    }

    public Response setPassword(String password) {
        return ADMIN.put(path() + "/password", Map.of("password", password, "temporary", false));
    }

    public void change(Map<String, ?> change) {
        ADMIN.patch(path(), change).then().statusCode(200);
    }

    public void delete() {
        ADMIN.delete(path()).then().statusCode(200);
    }

    /** Waits until the directory holds what was asked for. */
    public void becomesReady() {
        assertThat(BoundedWait.waitUntil(() -> state().equals("READY"), SOON))
                .as("%s is %s", username, state())
                .isTrue();
    }

    public String state() {
        return ADMIN.get(path()).path("directoryState");
    }

    /** Signs in and gives what Keycloak answered. */
    public Response signIn() {
        return SignIn.as(username, PASSWORD).then().statusCode(200).extract().response();
    }

    /** A caller with a token of this user. */
    public Person person(BuiltInRole role) {
        return Person.known(id, tenant, role);
    }

    public String address() {
        return username + "@example.com";
    }

    private String path() {
        return "/v1/users/" + id;
    }
}
