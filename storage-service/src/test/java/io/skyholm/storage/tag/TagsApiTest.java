package io.skyholm.storage.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Fresh;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags name versions; some of them for ever. */
@QuarkusTest
class TagsApiTest {

    private final Person owner = Person.fresh();
    private String image;
    private UUID first;
    private UUID second;

    @BeforeEach
    void begin() {
        image = Fresh.imageOf(owner);
        first = Fresh.id(Fresh.versionOf(owner, image));
        second = Fresh.id(Fresh.versionOf(owner, image));
    }

    @Test
    void tagMovesUntilItIsImmutable() {
        String tag = tag(Map.of("tagName", "stable", "versionId", first));
        owner.patch(tag, Map.of("versionId", second))
                .then()
                .statusCode(200)
                .body("versionId", equalTo(second.toString()));
        owner.patch(tag, Map.of("versionId", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.field", contains("versionId"));
        owner.patch(tag, Map.of("isImmutable", true)).then().statusCode(200);
        for (Map<String, ?> change : List.of(Map.of("versionId", first), Map.of("isImmutable", false))) {
            owner.patch(tag, change).then().statusCode(409).body("code", equalTo("TAG_IMMUTABLE"));
        }
        owner.get(tag).then().body("versionId", equalTo(second.toString()));
        assertThat(Told.types(Fresh.id(tag)))
                .containsExactly(
                        "storage.image-tag.created.v1", "storage.image-tag.moved.v1", "storage.image-tag.moved.v1");
    }

    @Test
    void immutableTagIsDeletedByWhoManagesImagesAlone() {
        String tag = tag(Map.of("tagName", "13.1", "versionId", first, "isImmutable", true));
        Person remover = Person.in(owner.tenant(), BuiltInRole.USER);
        remover.delete(tag).then().statusCode(409).body("code", equalTo("TAG_IMMUTABLE"));
        remover.delete(tag("testing")).then().statusCode(200);
        owner.delete(tag).then().statusCode(200);
        assertThat(Told.types(Fresh.id(tag))).last().isEqualTo("storage.image-tag.deleted.v1");
    }

    @Test
    void versionWithATagIsNotDeletedAndANameIsTakenOnce() {
        String tag = tag("stable");
        owner.post(image + "/tags", Map.of("tagName", "stable", "versionId", second))
                .then()
                .statusCode(409)
                .body("code", equalTo("TAG_TAKEN"));
        owner.delete(image + "/versions/" + first).then().statusCode(409).body("code", equalTo("VERSION_IS_TAGGED"));
        owner.delete(tag).then().statusCode(200);
        owner.delete(image + "/versions/" + first).then().statusCode(200);
        owner.post(image + "/tags", Map.of("tagName", "stable", "versionId", first))
                .then()
                .statusCode(422);
        owner.get(image + "/tags?deleted=only").then().body("items.tagName", contains("stable"));
    }

    @Test
    void tenantMakesAsManyAsItsQuotaAllows() {
        CountedRows.areLimited(
                owner.tenant(),
                CountedKind.IMAGE_TAGS,
                () -> owner.post(image + "/tags", Map.of("tagName", "t" + System.nanoTime(), "versionId", first)));
    }

    private String tag(String name) {
        return tag(Map.of("tagName", name, "versionId", first));
    }

    private String tag(Map<String, ?> body) {
        return image + "/tags/" + owner.made(image + "/tags", body);
    }
}
