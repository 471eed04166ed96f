package io.skyholm.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked for when a disk is made, grown or rolled back. */
class CreateDiskTest {

    @Test
    void aNameADataCentreATypeAndASizeAreNeeded() {
        assertThat(Constraints.brokenBy(RequestBody.read("{}", CreateDisk.class)))
                .containsExactlyInAnyOrder("name", "edgeDataCenterId", "diskType", "sizeGb");
        assertThat(broken("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 16_001})
    void aDiskIsAsLargeAsAFileOfItsHostCanBe(int sizeGb) {
        assertThat(broken(", \"sizeGb\": " + sizeGb)).containsExactly("sizeGb");
        assertThat(Constraints.brokenBy(new GrowDisk(sizeGb))).containsExactly("sizeGb");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16_000})
    void theSmallestAndTheLargestDiskAreMade(int sizeGb) {
        assertThat(broken(", \"sizeGb\": " + sizeGb)).isEmpty();
        assertThat(Constraints.brokenBy(new GrowDisk(sizeGb))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "16, true", "17, false"})
    void aDiskIsForSoManyInstancesAtMost(int most, boolean allowed) {
        assertThat(broken(", \"maxAttachments\": " + most).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void aDiskHasAtMostThirtyTwoTags() {
        String thirtyTwo = "\"a\", ".repeat(31) + "\"a\"";
        assertThat(broken(", \"tags\": [" + thirtyTwo + "]")).isEmpty();
        assertThat(broken(", \"tags\": [" + thirtyTwo + ", \"a\"]")).containsExactly("tags");
    }

    @Test
    void aDiskOfWhichNoTagsAreSaidHasNone() {
        assertThat(RequestBody.read(body(""), CreateDisk.class).tags()).isEmpty();
        assertThat(RequestBody.read(body(", \"tags\": null"), CreateDisk.class).tags())
                .isEmpty();
    }

    @Test
    void whoGrowsOrRollsBackSaysToWhat() {
        assertThat(Constraints.brokenBy(RequestBody.read("{}", GrowDisk.class))).containsExactly("sizeGb");
        assertThat(Constraints.brokenBy(RequestBody.read("{}", RollBackDisk.class)))
                .containsExactly("snapshotId");
    }

    private static Set<String> broken(String more) {
        return Constraints.brokenBy(RequestBody.read(body(more), CreateDisk.class));
    }

    private static String body(String more) {
        String size = more.contains("sizeGb") ? "" : ", \"sizeGb\": 1";
        return "{\"name\": \"orders\", \"edgeDataCenterId\": \"%s\", \"diskType\": \"SSD\"%s%s}"
                .formatted(UUID.randomUUID(), size, more);
    }
}
