package io.skyholm.compute.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.part.Part;
import io.skyholm.compute.part.Part.Progress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an instance waits for, whatever its parts are called. */
class InstancePartsTest {

    private static final String VOLUME = "volume";

    @Test
    void partOfAnyNameIsWaitedForAndHeld() {
        InstanceParts parts = Given.placed().wanting(VOLUME).now().parts();
        assertThat(parts.missing().orElseThrow().part().name()).isEqualTo(VOLUME);
        assertThat(parts.isAnyWanted()).isTrue();
        assertThat(parts.isAnyHeld()).isTrue();
        assertThat(Given.placed()
                        .wanting(VOLUME)
                        .part(VOLUME, Progress.READY)
                        .now()
                        .parts()
                        .missing())
                .isEmpty();
    }

    @Test
    void onlyAPartThatIsAboutADiskMakesItsMachineUnfit() {
        assertThat(Given.placed()
                        .part(Part.NETWORK, Progress.FAILED)
                        .now()
                        .parts()
                        .unreadyMachine())
                .isEmpty();
        InstanceParts parts = Given.placed()
                .wanting(Part.BOOT_DISK)
                .disk(Progress.FAILED)
                .now()
                .parts();
        assertThat(parts.unreadyMachine()).contains(Given.HOST);
        assertThat(parts.failed().orElseThrow().part().name()).isEqualTo(Part.BOOT_DISK);
    }

    @Test
    void whatIsReleasedIsNoMoreWantedAndHeldUntilItsServiceSaysSo() {
        InstanceParts parts =
                Given.placed().but(instance -> instance.parts().release()).now().parts();
        assertThat(parts.isAnyWanted()).isFalse();
        assertThat(parts.missing()).isEmpty();
        assertThat(parts.isAnyHeld()).isTrue();
        assertThat(Given.placed()
                        .but(instance -> instance.parts().release())
                        .part(Part.NETWORK, Progress.RELEASED)
                        .now()
                        .parts()
                        .isAnyHeld())
                .isFalse();
    }

    @Test
    void eachPartIsReadFromItsOwnPlaceInTheColumn() {
        List<Part> parts = List.of(new PlainPart("disk"), new PlainPart(VOLUME));
        assertThat(KnownParts.column(parts))
                .startsWith("json_build_object('disk', (")
                .contains("'volume', (")
                .endsWith(")::text");
        assertThat(KnownParts.read(parts, Map.of()).all())
                .extracting(known -> known.part().name())
                .containsExactly("disk", VOLUME);
    }
}
