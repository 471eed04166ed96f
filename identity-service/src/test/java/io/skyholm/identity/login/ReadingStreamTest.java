package io.skyholm.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.identity.keycloak.DirectoryEvent.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read of the directory together. */
class ReadingStreamTest {

    @Test
    void everyKindOfEventIsReadInOneStream() {
        assertThat(Stream.of(ReadingStream.values()).flatMap(stream -> stream.kinds().stream()))
                .containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void whatStrangersMakeIsReadWithNothingElse() {
        assertThat(ReadingStream.FAILURES.kinds()).containsExactly(Kind.LOGIN_ERROR);
    }
}
