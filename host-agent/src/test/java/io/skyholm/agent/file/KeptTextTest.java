package io.skyholm.agent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTextTest {

    private final Path folder;
    private final KeptText kept;

    KeptTextTest(@TempDir Path folder) {
        this.folder = folder.resolve("own");
        this.kept = new KeptText(this.folder, "text", "a network");
    }

    @Test
    void whatIsKeptIsReadUntilItIsForgotten() {
        assertThat(kept.read()).isEmpty();
        kept.keep("one");
        kept.keep("two");
        assertThat(kept.read()).contains("two");
        assertThat(kept.is("two")).isTrue();
        assertThat(kept.is("one")).isFalse();
        kept.forget();
        assertThat(kept.read()).isEmpty();
        kept.forget();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nobodyElseReadsOrWritesIt() throws IOException {
        kept.keep("one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.file())))
                .isEqualTo("rw-------");
    }

    /** As an agent leaves it that is killed while it writes. */
    @Test
    void whatWasWrittenInPartIsNotRead() throws IOException {
        kept.keep("one");
        Files.writeString(folder.resolve("text.draft"), "tw");
        assertThat(kept.read()).contains("one");
        kept.keep("three");
        assertThat(kept.read()).contains("three");
        assertThat(folder.resolve("text.draft")).doesNotExist();
    }

    @Test
    void whatCannotBeKeptIsAProblemOfWhatItIs() throws IOException {
        Files.writeString(folder, "a file in the place of the folder");
        assertThatThrownBy(() -> kept.keep("one"))
                .isInstanceOf(HypervisorProblem.class)
                .hasMessage("What is made of a network cannot be kept");
    }
}
