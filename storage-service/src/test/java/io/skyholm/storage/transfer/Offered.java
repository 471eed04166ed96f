package io.skyholm.storage.transfer;

import io.restassured.response.Response;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that somebody offers to another tenant, as tests have it. */
record Offered(Person giver, UUID id, @Nullable String key) {

    static final String TRANSFERS = "/v1/storage-transfers";

    /** The body that offers a disk to a tenant, or to whoever has the key. */
    static Map<String, Object> disk(UUID disk, @Nullable UUID to) {
        return body("DISK", disk, to);
    }

    /** The body that offers an image. */
    static Map<String, Object> image(UUID image, @Nullable UUID to) {
        return body("IMAGE", image, to);
    }

    private static Map<String, Object> body(String type, UUID id, @Nullable UUID to) {
        Map<String, Object> body = new HashMap<>(Map.of("resourceType", type, "resourceId", id));
        if (to != null) {
            body.put("toTenantId", to);
        }
        return body;
    }

    static Offered by(Person giver, Map<String, Object> body) {
        Response made = giver.post(TRANSFERS, body);
        made.then().statusCode(201);
        return new Offered(giver, UUID.fromString(made.path("id")), made.path("key"));
    }

    String path() {
        return TRANSFERS + "/" + id;
    }

    Response acceptedBy(Person receiver) {
        return acceptedBy(receiver, key);
    }

    Response acceptedBy(Person receiver, @Nullable String with) {
        return receiver.post(path() + "/accept", with == null ? Map.of() : Map.of("key", with));
    }

    Response declinedBy(Person receiver) {
        return receiver.request().post(path() + "/decline");
    }
}
