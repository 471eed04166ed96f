package io.skyholm.storage.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Guest;
import io.skyholm.storage.Host;
import io.skyholm.storage.Tus;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes to another tenant with an image, and what keeps it from going. */
@QuarkusTest
class TransferredImagesTest {

    private Person giver;
    private Person receiver;
    private String image;

    @BeforeEach
    void anImageOfATenantAndAnother() {
        giver = Person.fresh();
        receiver = Person.fresh();
        image = Fresh.imageOf(giver);
    }

    private Offered offered() {
        return Offered.by(giver, Offered.image(Fresh.id(image), receiver.tenant()));
    }

    @Test
    void itsVersionsTheirBytesAndItsTagsGoAlong() {
        byte[] bytes = Fresh.bytes(2048);
        String version = Fresh.versionOf(giver, image);
        Tus.uploaded(giver, version, bytes);
        Fresh.available(giver, version);
        String empty = Fresh.versionOf(giver, image);
        UUID tag = giver.made(image + "/tags", Map.of("tagName", "stable", "versionId", Fresh.id(version)));
        Offered offered = offered();
        receiver.get(offered.path())
                .then()
                .body("counts", equalTo(Map.of("images", 1, "imageVersions", 2, "imageTags", 1, "imageGb", 1)));
        offered.acceptedBy(receiver).then().statusCode(200);
        assertThat(receiver.get(version + "/content")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isEqualTo(bytes);
        receiver.get(version).then().body("tenantId", equalTo(receiver.tenant().toString()));
        receiver.get(image + "/tags").then().body("items.id", contains(tag.toString()));
        giver.get(version).then().statusCode(404);
        giver.get(version + "/content").then().statusCode(404);
        giver.get(image + "/tags").then().statusCode(404);
        assertThat(objects(giver)).isZero();
        assertThat(objects(receiver)).isEqualTo(1);
        assertThat(Told.types(tag)).endsWith("storage.image-tag.transferred.v1", "storage.image-tag.transferred.v1");
        Tus.uploaded(receiver, empty, bytes);
        Fresh.available(receiver, empty);
        receiver.delete(image + "/tags/" + tag).then().statusCode(200);
        receiver.delete(version + "?now=true").then().statusCode(200);
        Eventually.rows(
                0,
                "select count(*) from stored_object where id = (select object_id from image_version where id = ?)",
                Fresh.id(version));
    }

    private static long objects(Person person) {
        return Sql.asSuperuser("storage")
                .number("select count(*) from stored_object where tenant_id = ?", person.tenant());
    }

    @Test
    void bytesThatAreOnTheirWayComeFirst() {
        Offered offered = offered();
        String version = Fresh.versionOf(giver, image);
        String upload = Tus.begun(giver, version, 1024);
        giver.post(Offered.TRANSFERS, Offered.image(Fresh.id(image), receiver.tenant()))
                .then()
                .statusCode(409)
                .body("code", equalTo("VERSION_RECEIVES_BYTES"));
        refuses(offered, "TRANSFER_NOT_POSSIBLE_NOW");
        giver.request().header("Tus-Resumable", "1.0.0").delete(upload).then().statusCode(204);
        refuses(offered, "TRANSFER_HAS_GROWN");
    }

    @Test
    void whatWasDeletedMeanwhileIsNotTakenAndNobodyRestoresWhatAnotherHasDeleted() {
        String version = Fresh.availableOf(giver, image);
        Offered offered = offered();
        giver.delete(version).then().statusCode(200);
        refuses(offered, "TRANSFER_NOT_POSSIBLE_NOW");
        giver.delete(image).then().statusCode(200);
        refuses(offered, "TRANSFER_NOT_POSSIBLE_NOW");
        giver.delete(offered.path()).then().statusCode(200);
        isNotOffered("IMAGE_IS_DELETED");
        giver.post(image + "/restore", Map.of()).then().statusCode(200);
        isNotOffered("VERSION_IS_DELETED");
        giver.delete(version + "?now=true").then().statusCode(200);
        offered().acceptedBy(receiver).then().statusCode(200);
    }

    private void isNotOffered(String code) {
        giver.post(Offered.TRANSFERS, Offered.image(Fresh.id(image), receiver.tenant()))
                .then()
                .statusCode(409)
                .body("code", equalTo(code));
    }

    @Test
    void anImageThatAGroupMayUseIsMadePrivateFirst() {
        UUID group = UserGroups.known(giver.tenant());
        giver.patch(image, Map.of("visibility", "GROUP_SPECIFIC", "userGroupId", group))
                .then()
                .statusCode(200);
        giver.post(Offered.TRANSFERS, Offered.image(Fresh.id(image), receiver.tenant()))
                .then()
                .statusCode(409)
                .body("code", equalTo("IMAGE_NOT_PRIVATE"));
        giver.patch(image, Map.of("visibility", "PRIVATE")).then().statusCode(200);
        offered().acceptedBy(receiver).then().statusCode(200);
    }

    @Test
    void anImageThatInstancesBootFromStaysWithThem() {
        String version = Fresh.availableOf(giver, image);
        Guest guest = Guest.unheardOf(giver);
        guest.boots(Host.fresh(), Fresh.id(version), 1, 1);
        giver.post(Offered.TRANSFERS, Offered.image(Fresh.id(image), receiver.tenant()))
                .then()
                .statusCode(409)
                .body("code", equalTo("IMAGE_BOOTS_INSTANCES"));
        guest.isDeleted();
        offered().acceptedBy(receiver).then().statusCode(200);
    }

    @Test
    void twoImagesOfOneNameAreNotTheReceivers() {
        Offered offered = offered();
        String name = giver.get(image).path("name");
        String other = "/v1/images/" + receiver.made("/v1/images", Fresh.image(name));
        refuses(offered, "IMAGE_NAME_TAKEN");
        receiver.patch(other, Map.of("name", Fresh.name())).then().statusCode(200);
        offered.acceptedBy(receiver).then().statusCode(200);
    }

    @Test
    void soManyThingsGoAtOnceAndNoMore() {
        String version = Fresh.versionOf(giver, image);
        Sql.asSuperuser("storage").change("""
                        insert into image_tag (id, generation, tenant_id, image_id, version_id, tag_name, is_immutable, created_at, updated_at)
                        select gen_random_uuid(), 1, ?, ?, ?, 'tag-' || number, false, now(), now()
                        from generate_series(1, ?) number""", giver.tenant(), Fresh.id(image), Fresh.id(version), Goods.MOST_THINGS);
        giver.post(Offered.TRANSFERS, Offered.image(Fresh.id(image), receiver.tenant()))
                .then()
                .statusCode(409)
                .body("code", equalTo("TRANSFER_TOO_LARGE"));
        giver.delete(version).then().statusCode(409);
        Sql.asSuperuser("storage")
                .change("delete from image_tag where image_id = ? and tag_name = 'tag-1'", Fresh.id(image));
        offered().acceptedBy(receiver).then().statusCode(200);
    }

    @Test
    void thePlatformsImagesStayItsOwn() {
        String platforms = Fresh.imageOf(Person.ADMIN);
        Person.ADMIN
                .post(Offered.TRANSFERS, Offered.image(Fresh.id(platforms), receiver.tenant()))
                .then()
                .statusCode(409)
                .body("code", equalTo("IMAGE_NOT_PRIVATE"));
    }

    private void refuses(Offered offered, String code) {
        offered.acceptedBy(receiver).then().statusCode(409).body("code", equalTo(code));
    }
}
