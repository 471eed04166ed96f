package io.skyholm.storage.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.skyholm.events.storage.ImageArchitecture;
import io.skyholm.events.storage.ImageStatus;
import io.skyholm.events.storage.ImageVisibility;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.Refused;
import io.skyholm.storage.Owner;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an image is at first, what a change makes of it, and what contradicts itself. */
class ImageTest {

    private static final UUID GROUP = UUID.randomUUID();

    @Test
    void newImageIsActiveAndItsOwnersAlone() {
        Image image = created("");
        assertThat(image.architecture).isEqualTo(ImageArchitecture.X86_64);
        assertThat(image.visibility).isEqualTo(ImageVisibility.PRIVATE);
        assertThat(image.status).isEqualTo(ImageStatus.ACTIVE);
    }

    @Test
    void onlyWhatIsItsTenantsAloneGoesToAnother() {
        Image image = created("");
        image.tenantId = UUID.randomUUID();
        image.checkPrivate();
        image.isFor(ImageVisibility.GROUP_SPECIFIC, GROUP);
        Refused.by("IMAGE_NOT_PRIVATE", image::checkPrivate);
        image.isFor(ImageVisibility.PUBLIC, null);
        Refused.by("IMAGE_NOT_PRIVATE", image::checkPrivate);
        image.isFor(ImageVisibility.PRIVATE, null);
        image.tenantId = null;
        Refused.by("IMAGE_NOT_PRIVATE", image::checkPrivate);
    }

    @Test
    void anImageThatIsGivenIsWhoseWhoAcceptedIt() {
        Image image = created("");
        Owner receiver = new Owner(UUID.randomUUID(), UUID.randomUUID());
        image.give(receiver);
        assertThat(image.tenantId).isEqualTo(receiver.tenantId());
        assertThat(image.ownerId).isEqualTo(receiver.userId());
    }

    @Test
    void aNameAndATypeAreNeeded() {
        assertThat(Constraints.brokenBy(RequestBody.read("{}", CreateImage.class)))
                .containsExactlyInAnyOrder("name", "imageType");
        assertThat(brokenByCreation("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "minCpuCores, 512",
        "minMemoryGb, 16384",
        "minStorageGb, 100000",
        "recommendedCpuCores, 512",
        "recommendedMemoryGb, 16384"
    })
    void sizesAreThoseThatThereAre(String field, int most) {
        for (int bad : new int[] {0, most + 1}) {
            assertThat(brokenByCreation(", \"%s\": %d".formatted(field, bad))).containsExactly(field);
            assertThat(brokenByChange("{\"%s\": %d}".formatted(field, bad))).containsExactly(field);
        }
        for (int good : new int[] {1, most}) {
            assertThat(brokenByCreation(", \"%s\": %d".formatted(field, good))).isEmpty();
            assertThat(brokenByChange("{\"%s\": %d}".formatted(field, good))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"minCpuCores, recommendedCpuCores", "minMemoryGb, recommendedMemoryGb"})
    void whatIsRecommendedIsNotLessThanTheMinimum(String least, String advised) {
        Image image = created(", \"%s\": 4, \"%s\": 2".formatted(least, advised));
        Refused.forField(advised, image::check);
        change(image, "{\"%s\": 4}".formatted(advised));
        assertThatCode(image::check).doesNotThrowAnyException();
        change(image, "{\"%s\": 5}".formatted(least));
        Refused.forField(advised, image::check);
        change(image, "{\"%s\": null}".formatted(least));
        assertThatCode(image::check).doesNotThrowAnyException();
    }

    @Test
    void aGroupIsNamedExactlyWhenTheImageIsForOne() {
        Refused.forField("userGroupId", created(", \"visibility\": \"GROUP_SPECIFIC\"")::check);
        Refused.forField("userGroupId", created(", \"userGroupId\": \"" + GROUP + "\"")::check);
        assertThatCode(ofGroup()::check).doesNotThrowAnyException();
    }

    @Test
    void anImageThatIsForAGroupNoMoreForgetsWhichItWas() {
        Image image = ofGroup();
        change(image, "{\"visibility\": \"PRIVATE\"}");
        assertThat(image.userGroupId).isNull();
        assertThatCode(image::check).doesNotThrowAnyException();
    }

    @Test
    void anImageOfAGroupKeepsItUntilAnotherIsNamed() {
        Image image = ofGroup();
        change(image, "{\"name\": \"Web\"}");
        assertThat(image.userGroupId).isEqualTo(GROUP);
        UUID other = UUID.randomUUID();
        change(image, "{\"userGroupId\": \"" + other + "\"}");
        assertThat(image.userGroupId).isEqualTo(other);
        assertThatCode(image::check).doesNotThrowAnyException();
    }

    @Test
    void whatAChangeLeavesOutStaysAndNullClears() {
        Image image = created(", \"description\": \"Stable\", \"baseOs\": \"Debian\", \"osVersion\": \"13\"");
        change(image, "{\"osVersion\": null}");
        assertThat(image.osVersion).isNull();
        assertThat(image.baseOs).isEqualTo("Debian");
        assertThat(image.description).isEqualTo("Stable");
        change(image, "{\"description\": null, \"baseOs\": null}");
        assertThat(image.description).isNull();
        assertThat(image.baseOs).isNull();
        assertThat(image.name).isEqualTo("Debian 13");
    }

    @Test
    void itIsRetiredByAChangeAndDeletedByDeleteAlone() {
        Image image = created("");
        change(image, "{\"status\": \"ARCHIVED\"}");
        assertThat(image.status).isEqualTo(ImageStatus.ARCHIVED);
        Refused.forField("status", () -> change(image, "{\"status\": \"DELETED\"}"));
    }

    @Test
    void itStandsForTheBytesOfItsDefaultAndSaysWhetherThoseAreOthers() {
        Image image = created("");
        assertThat(image.filePath()).isNull();
        ImageDisk disk = new ImageDisk(UUID.randomUUID(), 10, "abc", "default");
        assertThat(image.setDefaultDisk(disk)).isTrue();
        assertThat(image.setDefaultDisk(disk)).isFalse();
        assertThat(image.filePath())
                .isEqualTo("/v1/images/%s/versions/%s/content".formatted(image.id, disk.defaultVersionId()));
        assertThat(image.setDefaultDisk(ImageDisk.NONE)).isTrue();
        assertThat(image.sizeGb).isNull();
        assertThat(image.filePath()).isNull();
    }

    @Test
    void whatWasDeletedIsChangedByNobodyBeforeItIsTakenBack() {
        Image image = created("");
        Refused.by("IMAGE_NOT_DELETED", image::restore);
        assertThat(image.isToEnd(Instant.EPOCH)).isFalse();
        image.deleteAt(Instant.EPOCH);
        Refused.by("IMAGE_IS_DELETED", image::checkNotDeleted);
        assertThat(image.isToEnd(Instant.EPOCH.minusSeconds(1))).isFalse();
        assertThat(image.isToEnd(Instant.EPOCH)).isTrue();
        image.restore();
        assertThat(image.isToEnd(Instant.EPOCH)).isFalse();
    }

    private static Image ofGroup() {
        return created(", \"visibility\": \"GROUP_SPECIFIC\", \"userGroupId\": \"" + GROUP + "\"");
    }

    private static Image created(String more) {
        return new Image(
                UUID.randomUUID(),
                RequestBody.read(body(more), CreateImage.class),
                UUID.randomUUID(),
                Revision.first(null, Instant.EPOCH));
    }

    private static void change(Image image, String body) {
        RequestBody.read(body, ChangeImage.class).applyTo(image);
    }

    private static Set<String> brokenByCreation(String more) {
        return Constraints.brokenBy(RequestBody.read(body(more), CreateImage.class));
    }

    private static Set<String> brokenByChange(String body) {
        return Constraints.brokenBy(RequestBody.read(body, ChangeImage.class));
    }

    private static String body(String more) {
        return "{\"name\": \"Debian 13\", \"imageType\": \"OS_BASE\"" + more + "}";
    }
}
