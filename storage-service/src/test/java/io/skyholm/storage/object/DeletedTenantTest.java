package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.DeletedTenant;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Tus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of a deleted tenant no bytes are left, and of a living one none that belong to nobody. */
@QuarkusTest
class DeletedTenantTest {

    private final Person owner = Person.fresh();

    @Test
    void imagesVersionsTagsUploadsAndBytesGoWithTheirTenant() {
        String image = Fresh.imageOf(owner);
        String version = Fresh.availableOf(owner, image);
        owner.made(image + "/tags", Map.of("tagName", "stable", "versionId", Fresh.id(version), "isImmutable", true));
        String upload = Tus.begun(owner, Fresh.versionOf(owner, image), 1024);
        Tus.send(owner, upload, 0, Fresh.bytes(10)).then().statusCode(204);
        UUID object = UUID.fromString(String.valueOf(Sql.asSuperuser("storage")
                .rows("select object_id from image_version where id = ?", Fresh.id(version))
                .getFirst()
                .get("object_id")));
        Eventually.rows(1, "select count(*) from observed_object where id = ? and sealed", object);
        DeletedTenant.of(owner.tenant()).isGone();
        for (String table : List.of("stored_object", "upload")) {
            assertThat(Sql.asSuperuser("storage")
                            .number("select count(*) from " + table + " where tenant_id = ?", owner.tenant()))
                    .as(table)
                    .isZero();
        }
        for (String table : List.of("image", "image_version", "image_tag")) {
            assertThat(Sql.asSuperuser("storage")
                            .number(
                                    "select count(*) from " + table + " where tenant_id = ? and deleted_at is null",
                                    owner.tenant()))
                    .as(table)
                    .isZero();
        }
        Eventually.rows(0, "select count(*) from observed_object where id in (?, ?)", object, Fresh.id(upload));
    }

    @Test
    void bytesThatBelongToNobodyAreRemovedOnceTheyAreOld() {
        String image = Fresh.imageOf(owner);
        String version = Fresh.versionOf(owner, image);
        String upload = Tus.begun(owner, version, 1024);
        Tus.send(owner, upload, 0, Fresh.bytes(10)).then().statusCode(204);
        Eventually.rows(1, "select count(*) from observed_object where id = ?", Fresh.id(upload));
        Sql.asSuperuser("storage").change("delete from stored_object where id = ?", Fresh.id(upload));
        Eventually.rows(0, "select count(*) from observed_object where id = ?", Fresh.id(upload));
        owner.get(version).then().body("status", equalTo("PENDING"));
    }
}
