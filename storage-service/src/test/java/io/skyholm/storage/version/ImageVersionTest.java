package io.skyholm.storage.version;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.storage.ImageVersionStatus;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Refused;
import io.skyholm.storage.source.SourceUrl;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the bytes of a version come, are verified and go. */
class ImageVersionTest {

    private static final Instant DEADLINE = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID OBJECT = UUID.randomUUID();
    private static final UUID KEY = UUID.randomUUID();

    private final ImageVersion version = new ImageVersion();

    ImageVersionTest() {
        version.id = UUID.randomUUID();
        version.imageId = UUID.randomUUID();
        version.status = ImageVersionStatus.PENDING;
    }

    @Test
    void bytesThatComeAndAgreeCanBeDownloaded() {
        version.expects(OBJECT, 100);
        assertThat(version.receivedBytes).isZero();
        version.received(DEADLINE);
        assertThat(version.receivedBytes).isEqualTo(100);
        assertThat(version.verifyUntil).isEqualTo(DEADLINE);
        assertThat(version.filePath()).isNull();
        version.verified(new Verified(7, "sha", "md5"));
        assertThat(version.verifyUntil).isNull();
        assertThat(version.sizeGb).isEqualTo(7);
        assertThat(version.checksumSha256).isEqualTo("sha");
        assertThat(version.checksumMd5).isEqualTo("md5");
        assertThat(version.filePath())
                .isEqualTo("/v1/images/%s/versions/%s/content".formatted(version.imageId, version.id));
    }

    @Test
    void bytesAreOnTheirWayFromTheirAnnouncementUntilTheyAreVerified() {
        assertThat(version.isReceiving()).isFalse();
        version.expects(OBJECT, 100);
        assertThat(version.isReceiving()).isTrue();
        version.received(DEADLINE);
        assertThat(version.isReceiving()).isTrue();
        version.verified(new Verified(7, "sha", "md5"));
        assertThat(version.isReceiving()).isFalse();
    }

    @Test
    void whatIsToBeFetchedIsOnItsWayBeforeAnyByteHasCome() {
        version.importFrom(SourceUrl.of("https://images.example.org/debian.raw"), DEADLINE, null);
        assertThat(version.isReceiving()).isTrue();
        version.expectsNothing();
        assertThat(version.isReceiving()).isFalse();
    }

    @Test
    void whatWasDeletedIsUsedByNobodyUntilItIsTakenBack() {
        version.status = ImageVersionStatus.AVAILABLE;
        version.isLatest = true;
        version.deleteAt(DEADLINE);
        assertThat(version.isAvailable()).isFalse();
        assertThat(version.filePath()).isNull();
        assertThat(version.isLatest).isFalse();
        Refused.by("VERSION_IS_DELETED", version::checkNotDeleted);
        assertThat(version.isToEnd(DEADLINE.minusSeconds(1))).isFalse();
        assertThat(version.isToEnd(DEADLINE)).isTrue();
        version.restore();
        assertThat(version.isAvailable()).isTrue();
        assertThat(version.isToEnd(DEADLINE)).isFalse();
        Refused.by("VERSION_NOT_DELETED", version::restore);
    }

    @Test
    void bytesOfASnapshotMayBeWrittenByAHostUntilTheyHaveCome() {
        UUID snapshot = UUID.randomUUID();
        version.copies(snapshot, OBJECT, 100);
        version.explain("The store is away");
        assertThat(version.isCopying()).isTrue();
        version.received(DEADLINE);
        assertThat(version.isCopying()).isFalse();
        assertThat(version.statusReason).isNull();
        assertThat(version.sourceSnapshotId).isEqualTo(snapshot);
    }

    @Test
    void whoUploadsInPlaceOfACopyThatFailedHasNoSnapshotNamed() {
        version.copies(UUID.randomUUID(), OBJECT, 100);
        version.failed("The host is no more");
        assertThat(version.isCopying()).isFalse();
        version.expects(UUID.randomUUID(), 50);
        assertThat(version.sourceSnapshotId).isNull();
        assertThat(version.isCopying()).isFalse();
    }

    @Test
    void bytesThatDoNotAgreeAreForgottenAndWhatWasAnnouncedIsNot() {
        version.checksumSha256 = "announced";
        version.expects(OBJECT, 100);
        version.received(DEADLINE);
        version.failed("The SHA-256 is another");
        assertThat(version.objectId).isNull();
        assertThat(version.sizeBytes).isNull();
        assertThat(version.receivedBytes).isNull();
        assertThat(version.verifyUntil).isNull();
        assertThat(version.failureReason).isEqualTo("The SHA-256 is another");
        assertThat(version.checksumSha256).isEqualTo("announced");
    }

    @Test
    void afterAFailureOthersCanComeAndTheReasonIsForgotten() {
        version.expects(OBJECT, 100);
        version.failed("The SHA-256 is another");
        UUID other = UUID.randomUUID();
        version.expects(other, 200);
        assertThat(version.status).isEqualTo(ImageVersionStatus.PENDING);
        assertThat(version.failureReason).isNull();
        assertThat(version.objectId).isEqualTo(other);
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageVersionStatus.class,
            names = {"VERIFYING", "AVAILABLE", "DELETED"})
    void whatHasBytesOrIsGoneTakesNone(ImageVersionStatus status) {
        version.status = status;
        Refused.by("VERSION_HAS_BYTES", () -> version.expects(OBJECT, 100));
        assertThat(version.objectId).isNull();
    }

    @Test
    void nothingIsVerifiedBeforeItHasCome() {
        assertThatThrownBy(() -> version.verified(new Verified(1, "sha", "md5")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PENDING")
                .hasMessageContaining("AVAILABLE");
        assertThat(version.checksumSha256).isNull();
    }

    @Test
    void signatureOfASourceIsKeptApartFromWhatIsShown() {
        importing();
        assertThat(version.sourceUrl).isEqualTo("https://images.example.org/a.raw");
        assertThat(version.sourceQuery).isEqualTo("signature=secret");
        assertThat(version.isImporting()).isTrue();
    }

    @Test
    void signatureAndKeyAreForgottenWhenAllBytesHaveCome() {
        importing();
        version.expects(OBJECT, 100);
        version.received(DEADLINE);
        importIsForgotten();
        assertThat(version.objectId).isEqualTo(OBJECT);
    }

    @Test
    void signatureAndKeyAreForgottenWhenFetchingFails() {
        importing();
        version.failed("The source answered 404");
        importIsForgotten();
    }

    @Test
    void signatureAndKeyAreForgottenWhenFetchingIsGivenUp() {
        importing();
        version.expects(OBJECT, 100);
        version.expectsNothing();
        importIsForgotten();
        assertThat(version.status).isEqualTo(ImageVersionStatus.PENDING);
        assertThat(version.objectId).isNull();
    }

    @Test
    void signatureAndKeyAreForgottenWithTheVersion() {
        importing();
        version.delete();
        importIsForgotten();
    }

    @Test
    void whatIsFetchedAnewBeginsWithoutBytesAndIsCounted() {
        importing();
        version.expects(OBJECT, 100);
        version.restarted();
        assertThat(version.objectId).isNull();
        assertThat(version.receivedBytes).isNull();
        assertThat(version.importRestarts).isEqualTo(1);
        assertThat(version.isImporting()).isTrue();
    }

    @Test
    void whatIsDeletedIsNeitherTheLatestNorTheDefault() {
        version.isLatest = true;
        version.isDefault = true;
        version.delete();
        assertThat(version.isLatest).isFalse();
        assertThat(version.isDefault).isFalse();
        assertThatThrownBy(version::delete).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void defaultIsPassedOnAndNeverGivenUp() {
        Refused.forField("isDefault", () -> change("{\"isDefault\": false, \"versionName\": \"Trixie\"}"));
        assertThat(version.versionName).isNull();
        assertThat(RequestBody.read("{\"isDefault\": true}", ChangeImageVersion.class)
                        .makesDefault())
                .isTrue();
        assertThat(RequestBody.read("{}", ChangeImageVersion.class).makesDefault())
                .isFalse();
    }

    @Test
    void whatAChangeLeavesOutStaysAndNullClears() {
        change("{\"versionName\": \"Trixie\", \"releaseNotes\": \"New kernel\"}");
        change("{\"versionName\": null}");
        assertThat(version.versionName).isNull();
        assertThat(requireNonNull(version.releaseNotes)).isEqualTo("New kernel");
    }

    private void importing() {
        version.importFrom(SourceUrl.of("https://images.example.org/a.raw?signature=secret"), DEADLINE, KEY);
    }

    private void importIsForgotten() {
        assertThat(version.sourceQuery).isNull();
        assertThat(version.importUntil).isNull();
        assertThat(version.importKeyId).isNull();
        assertThat(version.isImporting()).isFalse();
        assertThat(version.sourceUrl).isEqualTo("https://images.example.org/a.raw");
    }

    private void change(String body) {
        RequestBody.read(body, ChangeImageVersion.class).applyTo(version);
    }
}
