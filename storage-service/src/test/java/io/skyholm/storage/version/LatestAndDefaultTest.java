package io.skyholm.storage.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.storage.ImageVersionStatus;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of an image's versions is the latest, and which the default. */
class LatestAndDefaultTest {

    private final ImageVersion old = version(ImageVersionStatus.AVAILABLE);
    private final ImageVersion young = version(ImageVersionStatus.AVAILABLE);

    @Test
    void firstOneIsBoth() {
        settle(null, old);
        is(old, true, true);
    }

    @Test
    void newerOneIsTheLatestAndTheDefaultStays() {
        settle(null, old);
        settle(null, young, old);
        is(young, true, false);
        is(old, false, true);
    }

    @Test
    void whatIsChosenIsTheDefault() {
        settle(null, old);
        settle(young.id, young, old);
        is(young, true, true);
        is(old, false, false);
    }

    @Test
    void whoLosesAMarkIsWrittenBeforeTheOneThatGetsIt() {
        settle(null, old);
        assertThat(LatestAndDefault.among(List.of(young, old), null).changing(List.of(young, old)))
                .containsExactly(old, young);
    }

    @Test
    void afterTheDefaultIsDeletedTheLatestBecomesIt() {
        settle(null, old);
        settle(null, young, old);
        old.status = ImageVersionStatus.DELETED;
        settle(null, young, old);
        is(young, true, true);
        is(old, false, false);
    }

    @Test
    void whereNoneCanBeUsedThereIsNone() {
        ImageVersion pending = version(ImageVersionStatus.PENDING);
        assertThat(LatestAndDefault.among(List.of(pending), null)).isEqualTo(new LatestAndDefault(null, null));
    }

    private static void settle(@Nullable UUID chosen, ImageVersion... newestFirst) {
        List<ImageVersion> versions = List.of(newestFirst);
        LatestAndDefault marks = LatestAndDefault.among(versions, chosen);
        marks.changing(versions).forEach(marks::mark);
        assertThat(marks.changing(versions)).isEmpty();
    }

    private static void is(ImageVersion version, boolean latest, boolean byDefault) {
        assertThat(version.isLatest).isEqualTo(latest);
        assertThat(version.isDefault).isEqualTo(byDefault);
    }

    private static ImageVersion version(ImageVersionStatus status) {
        ImageVersion version = new ImageVersion();
        version.id = UUID.randomUUID();
        version.status = status;
        return version;
    }
}
