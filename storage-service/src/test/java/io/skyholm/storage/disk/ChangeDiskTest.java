package io.skyholm.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.IoLimits;
import io.skyholm.events.storage.ShareMode;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.Refused;
import io.skyholm.storage.Owner;
import io.skyholm.storage.pool.ClaimedPool;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change makes of a disk. */
class ChangeDiskTest {

    private final Disk disk = new Disk(
            new Owner(UUID.randomUUID(), null),
            RequestBody.read(
                    "{\"name\": \"orders\", \"description\": \"Since 2020\", \"tags\": [\"env:prod\"], \"edgeDataCenterId\": \""
                            + UUID.randomUUID() + "\", \"diskType\": \"SSD\", \"sizeGb\": 10}",
                    CreateDisk.class),
            new ClaimedPool(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()),
            Revision.first(null, Instant.EPOCH));

    @Test
    void whatIsLeftOutStaysAndNullClears() {
        change("{\"name\": \"invoices\"}");
        assertThat(disk.name).isEqualTo("invoices");
        assertThat(disk.description).isEqualTo("Since 2020");
        assertThat(disk.tags).containsExactly("env:prod");
        change("{\"description\": null}");
        assertThat(disk.description).isNull();
        assertThat(disk.name).isEqualTo("invoices");
    }

    @Test
    void tagsAreReplacedAllTogether() {
        change("{\"tags\": [\"team:web\", \"env:test\"]}");
        assertThat(disk.tags).containsExactly("team:web", "env:test");
        change("{\"tags\": []}");
        assertThat(disk.tags).isEmpty();
    }

    @Test
    void aLimitStaysUntilAnotherIsSaidOrNone() {
        assertThat(disk.limits()).isEqualTo(new IoLimits(null, null));
        change("{\"maxIops\": 500}");
        change("{\"maxMibPerSecond\": 20}");
        assertThat(disk.limits()).isEqualTo(new IoLimits(500, 20));
        change("{\"maxIops\": null}");
        assertThat(disk.limits()).isEqualTo(new IoLimits(null, 20));
        assertThat(Constraints.brokenBy(RequestBody.read("{\"maxIops\": 99}", ChangeDisk.class)))
                .containsExactly("maxIops");
        assertThat(Constraints.brokenBy(RequestBody.read("{\"maxMibPerSecond\": 0}", ChangeDisk.class)))
                .containsExactly("maxMibPerSecond");
    }

    @Test
    void theModeAndTheNumberGoTogether() {
        change("{\"shareMode\": \"SHARED\", \"maxAttachments\": 3}");
        assertThat(disk.sharing()).isEqualTo(new DiskSharing(ShareMode.SHARED, 3));
        change("{\"maxAttachments\": 4}");
        assertThat(disk.sharing()).isEqualTo(new DiskSharing(ShareMode.SHARED, 4));
        change("{\"shareMode\": \"EXCLUSIVE\"}");
        assertThat(disk.sharing()).isEqualTo(new DiskSharing(ShareMode.EXCLUSIVE, 1));
        Refused.forField("maxAttachments", () -> change("{\"maxAttachments\": 2}"));
        assertThat(disk.sharing()).isEqualTo(new DiskSharing(ShareMode.EXCLUSIVE, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "name, '\"\"'",
        "name, '\" orders\"'",
        "maxAttachments, 0",
        "maxAttachments, 17",
        "tags, '[\"\"]'",
        "tags, '[null]'"
    })
    void whatNoDiskCanHaveIsRefusedByName(String field, String value) {
        assertThat(Constraints.brokenBy(RequestBody.read("{\"%s\": %s}".formatted(field, value), ChangeDisk.class)))
                .containsExactly(field);
    }

    private void change(String body) {
        RequestBody.read(body, ChangeDisk.class).applyTo(disk);
    }
}
