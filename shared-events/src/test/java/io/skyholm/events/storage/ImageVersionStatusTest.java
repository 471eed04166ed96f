package io.skyholm.events.storage;

import static io.skyholm.events.storage.ImageVersionStatus.AVAILABLE;
import static io.skyholm.events.storage.ImageVersionStatus.DELETED;
import static io.skyholm.events.storage.ImageVersionStatus.FAILED;
import static io.skyholm.events.storage.ImageVersionStatus.PENDING;
import static io.skyholm.events.storage.ImageVersionStatus.VERIFYING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may become of a version. */
class ImageVersionStatusTest {

    private static final Map<ImageVersionStatus, Set<ImageVersionStatus>> NEXT = Map.of(
            PENDING, Set.of(VERIFYING, FAILED, DELETED),
            VERIFYING, Set.of(AVAILABLE, FAILED, DELETED),
            AVAILABLE, Set.of(DELETED),
            FAILED, Set.of(PENDING, DELETED),
            DELETED, Set.of());

    @ParameterizedTest
    @EnumSource
    void itBecomesTheseAndNoOthers(ImageVersionStatus status) {
        assertThat(Stream.of(ImageVersionStatus.values())
                        .filter(status::canBecome)
                        .collect(Collectors.toSet()))
                .isEqualTo(NEXT.get(status));
    }

    @ParameterizedTest
    @EnumSource
    void bytesAreTakenByWhatHasNone(ImageVersionStatus status) {
        assertThat(status.takesBytes()).isEqualTo(status == PENDING || status == FAILED);
    }
}
