package io.skyholm.storage.image;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.EventStream;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Fresh;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Images are described, shared, changed and retired. */
@QuarkusTest
class ImagesApiTest {

    private final Person owner = Person.fresh();

    @Test
    void createdImageIsShownAtItsPathAndPublished() {
        Response created = owner.post("/v1/images", Fresh.image("Debian"));
        created.then()
                .statusCode(201)
                .body("tenantId", equalTo(owner.tenant().toString()))
                .body("ownerId", equalTo(owner.id().toString()))
                .body("architecture", equalTo("X86_64"))
                .body("visibility", equalTo("PRIVATE"))
                .body("status", equalTo("ACTIVE"));
        Response shown = owner.get(created.header("Location"));
        assertThat(shown.jsonPath().getMap("")).isEqualTo(created.jsonPath().getMap(""));
        assertThat(Told.types(UUID.fromString(created.path("id")))).containsExactly("storage.image.created.v1");
        Person.fresh().get(created.header("Location")).then().statusCode(404);
    }

    @Test
    void imageIsDeprecatedArchivedAndOnceItIsDeletedGivesItsNameBack() {
        String image = "/v1/images/" + owner.made("/v1/images", Fresh.image("Debian"));
        String other = Fresh.imageOf(owner);
        owner.patch(image, Map.of("status", "DEPRECATED", "description", "Old"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("DEPRECATED"));
        owner.patch(image, Collections.singletonMap("description", null)).then().body("description", nullValue());
        owner.request()
                .header("If-Match", "\"1\"")
                .body(Map.of())
                .patch(image)
                .then()
                .statusCode(412);
        owner.patch(image, Map.of("status", "DELETED")).then().statusCode(422);
        owner.patch(image, Map.of("minCpuCores", 2, "recommendedCpuCores", 1))
                .then()
                .statusCode(422);
        owner.post("/v1/images", Fresh.image("DEBIAN"))
                .then()
                .statusCode(409)
                .body("code", equalTo("IMAGE_NAME_TAKEN"));
        owner.patch(other, Map.of("name", "debian")).then().statusCode(409);
        owner.patch(image, Map.of("status", "ARCHIVED")).then().statusCode(200);
        owner.post(image + "/versions", Fresh.version()).then().statusCode(409).body("code", equalTo("IMAGE_ARCHIVED"));
        owner.delete(image + "?now=true").then().statusCode(200).body("deletedAt", notNullValue());
        owner.delete(image).then().statusCode(404);
        owner.made("/v1/images", Fresh.image("Debian"));
        assertThat(Told.types(Fresh.id(image))).last().isEqualTo("storage.image.deleted.v1");
    }

    @Test
    void publicImagesAreMadeByThePlatformAndSeenByAll() {
        Map<String, Object> body = Fresh.image(Fresh.name());
        body.put("visibility", "PUBLIC");
        owner.post("/v1/images", body).then().statusCode(403);
        String image = "/v1/images/" + ADMIN.made("/v1/images", body);
        String version = Fresh.availableOf(ADMIN, image);
        owner.get(image).then().statusCode(200).body("tenantId", nullValue());
        owner.get(version).then().statusCode(200);
        owner.get(version + "/content").then().statusCode(200);
        owner.get("/v1/images?limit=500&visibility=PUBLIC")
                .then()
                .body("items.id", hasItem(Fresh.id(image).toString()));
        owner.patch(image, Map.of("name", "Ours")).then().statusCode(404);
        owner.post(image + "/versions", Fresh.version()).then().statusCode(404);
        owner.delete(version).then().statusCode(404);
        owner.patch(Fresh.imageOf(owner), Map.of("visibility", "PUBLIC")).then().statusCode(403);
    }

    @Test
    void operatorsImagesWithoutATenantAreThePlatforms() {
        String image = Fresh.imageOf(ADMIN);
        owner.get(image).then().statusCode(404);
        Map<String, Object> theirs = Fresh.image("Theirs");
        theirs.put("tenantId", owner.tenant());
        ADMIN.post("/v1/images", theirs).then().statusCode(422).body("errors[0].field", equalTo("tenantId"));
        Fresh.known(owner.tenant());
        owner.get("/v1/images/" + ADMIN.made("/v1/images", theirs)).then().statusCode(200);
    }

    @Test
    void tenantMakesAsManyAsItsQuotaAllows() {
        CountedRows.areLimited(
                owner.tenant(), CountedKind.IMAGES, () -> owner.post("/v1/images", Fresh.image(Fresh.name())));
    }

    @Test
    void listIsWatchedByAFewAtATime() {
        List<EventStream> streams = new ArrayList<>();
        try {
            Stream.generate(() -> EventStream.of(owner, "/v1/images/stream"))
                    .limit(20)
                    .forEach(streams::add);
            UUID image = owner.made("/v1/images", Fresh.image("Debian"));
            streams.getFirst().tells("changed", image);
            try (EventStream refused = EventStream.of(owner, "/v1/images/stream")) {
                assertThat(refused.status()).isEqualTo(429);
            }
        } finally {
            streams.forEach(EventStream::close);
        }
    }
}
