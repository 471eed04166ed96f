package io.skyholm.storage.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has a name answered with an address of the platform's own network is asked nothing. */
class SourceResolutionTest {

    private static final SourceUrl NAMED = SourceUrl.of("https://images.example.org/a.raw");

    @Test
    void nameStandsForWhatItIsAnsweredWith() {
        assertThat(answering("8.8.8.8", "1.1.1.1").addressOf(NAMED).getHostAddress())
                .isEqualTo("8.8.8.8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1", "0.0.0.0"})
    void nameThatIsAnsweredWithAPrivateAddressIsRefusedAlsoAmongOthers(String hidden) {
        assertThatThrownBy(() -> answering(hidden).addressOf(NAMED))
                .isInstanceOf(SourceAwayException.class)
                .hasMessage(ofAnUnknownName());
        assertThatThrownBy(() -> answering("8.8.8.8", hidden).addressOf(NAMED))
                .isInstanceOf(SourceAwayException.class)
                .hasMessage(ofAnUnknownName());
    }

    /** Whoever tries names learns nothing of which of them the platform's own network has. */
    private static String ofAnUnknownName() {
        SourceResolution nobody = new SourceResolution(new PublicAddresses(List.of()), host -> {
            throw new UnknownHostException(host);
        });
        return String.valueOf(catchThrowableOfType(SourceAwayException.class, () -> nobody.addressOf(NAMED))
                .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[fe80::1]/",
                "http://0.0.0.0/"
            })
    void addressThatIsWrittenOutIsRefusedAtOnce(String text) {
        SourceResolution resolution = answering("8.8.8.8");
        assertThatThrownBy(() -> resolution.checkLiteral(SourceUrl.of(text))).hasMessageContaining("sourceUrl");
        assertThatCode(() -> resolution.checkLiteral(NAMED)).doesNotThrowAnyException();
    }

    private static SourceResolution answering(String... addresses) {
        return new SourceResolution(
                new PublicAddresses(List.of()),
                host -> Stream.of(addresses).map(SourceResolutionTest::address).toArray(InetAddress[]::new));
    }

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }
}
