package io.skyholm.storage.download;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.storage.Fresh;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Images and their versions say which object store has their bytes, and these are read there. */
@QuarkusTest
class FileServersApiTest {

    private final Person owner = Person.fresh();

    @Test
    void aVersionIsInTheStoreThatReceivedItAndIsFoundByIt() {
        String image = Fresh.imageOf(owner);
        owner.get(image).then().body("fileServerId", nullValue());
        String empty = Fresh.versionOf(owner, image);
        owner.get(empty).then().body("fileServerId", nullValue());
        String version = Fresh.availableOf(owner, image);
        owner.get(version).then().body("fileServerId", equalTo("default"));
        owner.get(image).then().body("fileServerId", equalTo("default"));
        owner.get("/v1/images?fileServerId=default")
                .then()
                .body("items.id", contains(Fresh.id(image).toString()));
        owner.get("/v1/images?fileServerId=tape").then().body("items", empty());
        owner.get(image + "/versions?fileServerId=default")
                .then()
                .body("items.id", contains(Fresh.id(version).toString()));
    }

    @Test
    void whatIsInAStoreThatIsNotConfiguredIsNotReadFromAnother() {
        String version = Fresh.availableOf(owner, Fresh.imageOf(owner));
        lies(version, "tape");
        owner.get(version + "/content")
                .then()
                .statusCode(503)
                .body("detail", containsString("The object store tape, which has these bytes, is not configured"));
        lies(version, "default");
        owner.get(version + "/content").then().statusCode(200);
    }

    private static void lies(String version, String store) {
        UUID id = Fresh.id(version);
        Sql.asSuperuser("storage")
                .change(
                        "update stored_object set file_server_id = ? where id = (select object_id from image_version where id = ?)",
                        store,
                        id);
    }
}
