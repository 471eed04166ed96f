package io.skyholm.compute.image;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.storage.ImageStatus;
import io.skyholm.events.storage.ImageVersionStatus;
import io.skyholm.events.storage.ImageVisibility;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which versions of images an instance may boot from. */
@QuarkusTest
class BootImagesTest {

    private static final String INSTANCES = "/v1/instances";

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID pool = tenant;

    @BeforeEach
    void aPoolWithoutMachines() {
        pool = Fresh.pool();
    }

    @Test
    void instanceShowsTheVersionThatItBootsFrom() {
        KnownImage image = KnownImage.of(owner);
        Guest guest = Guest.made(owner, tenant, from(image));
        guest.shown()
                .then()
                .body("imageVersionId", equalTo(image.version().toString()))
                .body("image", nullValue());
        Guest.made(Person.fresh(), tenant, from(KnownImage.ofPlatform()));
    }

    @Test
    void versionIsNotNamedBesideAnImage() {
        Map<String, Object> both = from(KnownImage.of(owner));
        both.put("image", "debian-13");
        refused(owner.post(INSTANCES, both), "imageVersionId");
    }

    @Test
    void versionThatOneMayNotUseIsRefusedAsOneThatIsNotThere() {
        KnownImage image = KnownImage.of(owner);
        Person foreign = Person.fresh();
        String there = detail(foreign.post(INSTANCES, from(image)));
        String nowhere = detail(foreign.post(INSTANCES, Guest.in(pool, "imageVersionId", UUID.randomUUID())));
        assertThat(there).isEqualTo(nowhere);
        Person member = Person.in(tenant, BuiltInRole.USER);
        KnownImage grouped = KnownImage.forGroup(owner, UUID.randomUUID());
        refused(member.post(INSTANCES, from(grouped)), "imageVersionId");
        owner.post(INSTANCES, from(grouped)).then().statusCode(202);
    }

    @Test
    void versionIsNotTakenForAnotherTenantsUser() {
        KnownImage image = KnownImage.of(owner);
        Person foreign = known(Person.fresh());
        Map<String, Object> body = from(image);
        body.put("userId", foreign.id());
        refused(ADMIN.post(INSTANCES, body), "imageVersionId");
        body.put("userId", known(owner).id());
        ADMIN.post(INSTANCES, body).then().statusCode(202);
    }

    @Test
    void setIsNotLaunchedFromAnotherTenantsImage() {
        KnownImage image = KnownImage.of(Person.fresh());
        Map<String, Object> template = Fresh.template(Fresh.name());
        template.putAll(Map.of("templateType", "INSTANCE_SET", "baseImageId", image.id()));
        Map<String, Object> size = Map.of("cpuCores", 2, "memoryGb", 4, "storageGb", 20);
        template.put("members", List.of(Map.of("role", "web", "count", 1, "size", size)));
        String set = "/v1/instance-sets/" + owner.made("/v1/instance-sets", Map.of("name", Fresh.name()));
        Map<String, Object> launch =
                Map.of("templateId", owner.made("/v1/templates", template), "resourcePoolId", pool);
        refused(ADMIN.post(set + "/launch", launch), "imageVersionId");
        owner.get(INSTANCES).then().body("items.size()", equalTo(0));
    }

    @Test
    void onlyWhatCanBeUsedIsBootedFrom() {
        KnownImage image = KnownImage.of(owner);
        image.versionIs(ImageVersionStatus.VERIFYING);
        refused(owner.post(INSTANCES, from(image)), "imageVersionId");
        image.versionIs(ImageVersionStatus.AVAILABLE);
        image.is(ImageStatus.ARCHIVED, ImageVisibility.PRIVATE, null);
        refused(owner.post(INSTANCES, from(image)), "imageVersionId");
        image.is(ImageStatus.ACTIVE, ImageVisibility.PRIVATE, null);
        image.versionIsDeleted(Instant.now());
        refused(owner.post(INSTANCES, from(image)), "imageVersionId");
        image.versionIs(ImageVersionStatus.DELETED);
        refused(owner.post(INSTANCES, from(image)), "imageVersionId");
    }

    @Test
    void instanceIsAsLargeAsItsImageNeeds() {
        KnownImage image = KnownImage.of(owner);
        for (Map.Entry<String, Integer> small :
                Map.of("cpuCores", 1, "memoryGb", 3, "storageGb", 9).entrySet()) {
            Map<String, Object> body = from(image);
            body.put(small.getKey(), small.getValue());
            refused(owner.post(INSTANCES, body), small.getKey());
        }
    }

    @Test
    void instanceIsAsLargeAsItsImageRecommendsWhereNothingElseIsSaid() {
        KnownImage image = KnownImage.of(owner);
        Map<String, Object> body = Map.of("name", "web", "resourcePoolId", pool, "imageVersionId", image.version());
        refused(owner.post(INSTANCES, body), "cpuCores");
        image.recommends(3, 6);
        Guest.made(owner, tenant, body)
                .shown()
                .then()
                .body("cpuCores", equalTo(3))
                .body("memoryGb", equalTo(6))
                .body("storageGb", equalTo(10));
        Map<String, Object> partly = new HashMap<>(body);
        partly.put("memoryGb", 8);
        Guest.made(owner, tenant, partly)
                .shown()
                .then()
                .body("cpuCores", equalTo(3))
                .body("memoryGb", equalTo(8));
        partly.put("image", "debian-13");
        refused(owner.post(INSTANCES, partly), "cpuCores");
    }

    @Test
    void whoAsksForLessThanRecommendedIsToldSo() {
        KnownImage image = KnownImage.of(owner);
        image.recommends(3, 6);
        Map<String, Object> body = from(image);
        body.putAll(Map.of("cpuCores", 2, "memoryGb", 6));
        owner.post(INSTANCES, body)
                .then()
                .statusCode(202)
                .body("steps[0].name", equalTo("advise"))
                .body("steps[0].detail", equalTo("The image recommends cpuCores of 3 or more"))
                .body("steps[1].name", equalTo("place"));
        body.put("cpuCores", 3);
        owner.post(INSTANCES, body).then().statusCode(202).body("steps[0].name", equalTo("place"));
    }

    @Test
    void aDeprecatedImageIsBootedFromAndSaidToBeOne() {
        KnownImage image = KnownImage.of(owner);
        image.is(ImageStatus.DEPRECATED, ImageVisibility.PRIVATE, null);
        owner.post(INSTANCES, from(image))
                .then()
                .statusCode(202)
                .body("steps[0].name", equalTo("advise"))
                .body("steps[0].detail", equalTo("The image is deprecated; a newer one is advised"));
    }

    @Test
    void instanceIsNeitherRebuiltNorResizedToLessThanItsImageNeeds() {
        KnownImage image = KnownImage.of(owner);
        Guest small = Guest.running(owner, tenant, Guest.in(pool, "cpuCores", 1), Host.in(pool));
        refused(owner.post(small.path() + "/rebuild", Map.of("imageVersionId", image.version())), "cpuCores");
        Guest large = Guest.made(owner, tenant, from(image));
        refused(owner.post(large.path() + "/resize", Map.of("memoryGb", 3)), "memoryGb");
    }

    @Test
    void templateStandsForTheDefaultVersionOfItsImage() {
        KnownImage image = KnownImage.of(owner);
        Map<String, Object> template = Fresh.template("Web");
        template.put("baseImageId", image.id());
        UUID id = owner.made("/v1/templates", template);
        Guest guest = Guest.made(owner, tenant, Map.of("name", "web", "resourcePoolId", pool, "templateId", id));
        guest.shown().then().body("imageVersionId", equalTo(image.version().toString()));
        image.versionIs(ImageVersionStatus.FAILED);
        refused(owner.post(INSTANCES, Map.of("name", "web", "resourcePoolId", pool, "templateId", id)), "templateId");
    }

    @Test
    void templateTellsNothingOfAnotherTenantsImage() {
        for (UUID image : List.of(KnownImage.of(Person.fresh()).id(), UUID.randomUUID())) {
            Map<String, Object> template = Fresh.template(Fresh.name());
            template.put("baseImageId", image);
            UUID id = owner.made("/v1/templates", template);
            Guest guest = Guest.made(owner, tenant, Map.of("name", "web", "resourcePoolId", pool, "templateId", id));
            guest.shown().then().body("imageVersionId", nullValue());
        }
    }

    private static Person known(Person person) {
        Sql.asSuperuser("compute").change("""
                insert into known_user (id, generation, tenant_id, username, status, roles)
                values (?, 1, ?, ?, 'ACTIVE', '{USER}')""", person.id(), person.tenant(), "u" + person.id());
        return person;
    }

    private Map<String, Object> from(KnownImage image) {
        return Guest.in(pool, "imageVersionId", image.version());
    }

    private static String detail(Response answer) {
        return answer.then().statusCode(422).extract().path("errors[0].message");
    }

    private static void refused(Response answer, String field) {
        answer.then().statusCode(422).body("errors.field", hasItem(field));
    }
}
