package io.skyholm.compute.notice;

import io.restassured.response.Response;
import io.skyholm.compute.instance.Guest;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A notice as the tenant of its instance meets it. */
public record Announced(Person owner, UUID id) {

    public static final String NOTICES = "/v1/maintenance-notices";

    /** The newest of that instance. */
    public static Announced of(Guest guest) {
        return new Announced(
                guest.owner(),
                UUID.fromString(
                        guest.owner().get(NOTICES + "?instanceId=" + guest.id()).path("items[0].id")));
    }

    public String path() {
        return NOTICES + "/" + id;
    }

    public Response shown() {
        return owner.get(path());
    }

    public Response choose(String slot) {
        return owner.patch(path(), Map.of("moveAt", slot));
    }

    public Response moveNow() {
        return owner.request().post(path() + "/move-now");
    }

    public void isSoon(String status) {
        Eventually.holds("the notice is " + status, () -> shown().path("status").equals(status));
    }

    /** What the world was told of it. */
    public List<String> events() {
        return Told.types(id).stream()
                .map(type -> type.replace("compute.maintenance-notice.", "").replace(".v1", ""))
                .toList();
    }
}
