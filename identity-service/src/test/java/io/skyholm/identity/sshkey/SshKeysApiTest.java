package io.skyholm.identity.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.EventStream;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Users keep their own public keys, and their administrators all. */
@QuarkusTest
class SshKeysApiTest {

    @Test
    void colleaguesKeyThatGoesIsNotToldToWhoNeverSawIt() {
        UUID tenant = Fresh.tenant();
        Person ada = Fresh.person(tenant, BuiltInRole.USER);
        Person owner = Fresh.person(tenant, BuiltInRole.TENANT_ADMIN);
        try (EventStream own = EventStream.of(ada, "/v1/ssh-keys/stream");
                EventStream all = EventStream.of(owner, "/v1/ssh-keys/stream")) {
            String hidden = added(owner);
            owner.delete("/v1/ssh-keys/" + hidden).then().statusCode(200);
            all.tells("removed", hidden);
            own.tells("changed", added(ada));
            assertThat(own.data()).noneMatch(data -> data.contains(hidden));
        }
    }

    private static String added(Person person) {
        return person.post("/v1/ssh-keys", Map.of("name", "Laptop", "publicKey", SshKeyMaker.ed25519()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void ownKeyIsAddedOnceShownPublishedAndDeleted() {
        Person ada = Fresh.person(Fresh.tenant(), BuiltInRole.USER);
        String line = SshKeyMaker.ed25519();
        Map<String, String> body = Map.of("name", "Laptop", "publicKey", line + " ada@home");
        Response added = ada.post("/v1/ssh-keys", body);
        added.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("userId", equalTo(ada.id().toString()))
                .body("publicKey", equalTo(line))
                .body("keyType", equalTo("ssh-ed25519"))
                .body("fingerprint", startsWith("SHA256:"))
                .body("comment", equalTo("ada@home"));
        String path = "/v1/ssh-keys/" + added.path("id");
        ada.get(path).then().statusCode(200).body("name", equalTo("Laptop"));
        ada.post("/v1/ssh-keys", body).then().statusCode(409).body("code", equalTo("SSH_KEY_KNOWN"));
        ada.delete(path).then().statusCode(200).body("deletedAt", notNullValue());
        ada.delete(path).then().statusCode(404);
        ada.get("/v1/ssh-keys").then().body("items", empty());
        assertThat(Told.types(UUID.fromString(added.path("id"))))
                .containsExactly("identity.ssh-key.created.v1", "identity.ssh-key.deleted.v1");
        ada.post("/v1/ssh-keys", body).then().statusCode(201);
    }

    @Test
    void listHoldsOnesOwnOrThoseThatOneKeeps() {
        UUID tenant = Fresh.tenant();
        Person ada = Fresh.person(tenant, BuiltInRole.USER);
        UUID grace = Fresh.user(tenant);
        String adas = ada.post("/v1/ssh-keys", keyFor(ada.id())).path("id");
        String graces = Fresh.made("/v1/ssh-keys", keyFor(grace)).toString();
        ada.get("/v1/ssh-keys").then().body("items.id", contains(adas));
        ada.get("/v1/ssh-keys?userId=" + grace).then().body("items", empty());
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        owner.get("/v1/ssh-keys").then().body("items.id", contains(graces, adas));
        owner.get("/v1/ssh-keys?userId=" + grace).then().body("items.id", contains(graces));
        Person.in(Fresh.tenant(), BuiltInRole.TENANT_ADMIN)
                .get("/v1/ssh-keys")
                .then()
                .body("items", empty());
    }

    private static Map<String, Object> keyFor(UUID user) {
        return Map.of("name", "Laptop", "publicKey", SshKeyMaker.ed25519(), "userId", user);
    }
}
