package io.skyholm.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Storage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** All that is told because of one request carries its correlation, though a host does the work. */
@QuarkusTest
class EventsOfARequestTest {

    private static final String HEADER = "X-Correlation-Id";

    @Test
    void diskThatItsHostHasMadeOrRemovedIsToldOfForTheRequestThatAskedForIt() {
        Person owner = Person.fresh();
        Storage storage = Storage.of(100);
        String creation = UUID.randomUUID().toString();
        UUID disk = UUID.fromString(owner.request()
                .header(HEADER, creation)
                .body(storage.disk(20))
                .post("/v1/disks")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        storage.host().does(disk);
        Storage.isIn(owner, disk, "AVAILABLE");
        assertThat(types(disk, creation)).containsExactly("storage.disk.created.v1", "storage.disk.ready.v1");

        String deletion = UUID.randomUUID().toString();
        owner.request()
                .header(HEADER, deletion)
                .delete("/v1/disks/" + disk + "?now=true")
                .then()
                .statusCode(200);
        storage.host().does(disk);
        Storage.isIn(owner, disk, "DELETED");
        assertThat(types(disk, deletion)).containsExactly("storage.disk.deleting.v1", "storage.disk.deleted.v1");
        assertThat(Told.of(disk)).hasSize(4);
    }

    private static List<String> types(UUID disk, String correlation) {
        return Told.of(disk).stream()
                .filter(event -> correlation.equals(event.get("correlation_id")))
                .map(event -> String.valueOf(event.get("type")))
                .toList();
    }
}
