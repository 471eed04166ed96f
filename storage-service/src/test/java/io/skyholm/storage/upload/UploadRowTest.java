package io.skyholm.storage.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Refused;
import io.skyholm.storage.StorageSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which part of an upload can be the next. */
class UploadRowTest {

    private static final UUID LEASE = UUID.randomUUID();

    private final StorageSettings settings = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(StorageSettings.class)
            .withDefaultValue("skyholm.storage.folder", "images")
            .withDefaultValue("skyholm.storage.largest-image", "1G")
            .withDefaultValue("skyholm.storage.most-parts", "3")
            .withDefaultValue("skyholm.storage.most-attempts", "5")
            .build()
            .getConfigMapping(StorageSettings.class);

    @Test
    void whoGoesOnWhereItStandsGetsTheLease() {
        UploadRow row = open(false, false, 2, 4);
        assertThat(row.take(7, LEASE, settings)).isEqualTo(new UploadLease(row.id(), row.versionId(), LEASE, 7, 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 6, 8, 10})
    void whoBeginsElsewhereIsToldWhereItGoesOn(long offset) {
        Refused.by("UPLOAD_OFFSET", () -> open(false, false, 0, 0).take(offset, LEASE, settings));
    }

    @Test
    void whileOneSendsNobodyElseDoesWhereverTheyBegin() {
        Refused.by("UPLOAD_BUSY", () -> open(true, false, 0, 0).take(7, LEASE, settings));
        Refused.by("UPLOAD_BUSY", () -> open(true, false, 0, 0).take(0, LEASE, settings));
    }

    @Test
    void whatHasExpiredIsNotThereThoughNobodyHasSaidSoYet() {
        Refused.by("NOT_FOUND", () -> open(false, true, 0, 0).take(7, LEASE, settings));
        Refused.by("NOT_FOUND", () -> open(true, true, 0, 0).take(7, LEASE, settings));
    }

    @ParameterizedTest
    @EnumSource(
            value = UploadStatus.class,
            names = {"EXPIRED", "TERMINATED"})
    void whatHasEndedIsNotThere(UploadStatus status) {
        Refused.by("NOT_FOUND", () -> ended(status, 7).take(7, LEASE, settings));
    }

    @Test
    void whoseBytesHaveAllComeTakesNoMore() {
        Refused.by("UPLOAD_COMPLETE", () -> ended(UploadStatus.COMPLETED, 10).take(10, LEASE, settings));
    }

    @Test
    void itComesInSoManyPartsAndNoMore() {
        Refused.by("UPLOAD_PARTS", () -> open(false, false, 3, 3).take(7, LEASE, settings));
    }

    @Test
    void partsAreBegunSoOftenAndNoMore() {
        Refused.by("UPLOAD_ATTEMPTS", () -> open(false, false, 2, 5).take(7, LEASE, settings));
    }

    @Test
    void leaseIsCompleteWithTheBytesThatAreLeftAlone() {
        UploadLease lease = open(false, false, 0, 0).take(7, LEASE, settings);
        assertThat(lease.left()).isEqualTo(3);
        assertThat(lease.isCompleteWith(2)).isFalse();
        assertThat(lease.isCompleteWith(3)).isTrue();
    }

    @Test
    void namesOfPartsOfTwoLeasesNeverMeetAndAreInTheOrderOfTheirBytes() {
        String first = leaseAt(9).partName();
        assertThat(leaseAt(9).partName()).isNotEqualTo(first);
        assertThat(leaseAt(10).partName())
                .isGreaterThan(first)
                .isLessThan(leaseAt(1L << 40).partName());
    }

    private static UploadLease leaseAt(long offset) {
        return new UploadLease(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), offset, Long.MAX_VALUE);
    }

    private static UploadRow ended(UploadStatus status, long offset) {
        return new UploadRow(UUID.randomUUID(), 2, UUID.randomUUID(), status, 10, offset, false, true, 1, 1);
    }

    /** One of ten bytes of which seven have come. */
    private static UploadRow open(boolean isBusy, boolean isExpired, int parts, int attempts) {
        return new UploadRow(
                UUID.randomUUID(), 1, UUID.randomUUID(), UploadStatus.OPEN, 10, 7, isBusy, isExpired, parts, attempts);
    }
}
