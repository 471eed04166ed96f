package io.skyholm.runtime.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityClaimsTest {

    private static final Path CHECKOUT = Path.of("..");
    private static final String PAGE = """
            ## Claims

            | actor | cannot | shown by |
            | --- | --- | --- |
            | host | speak | `VoiceTest.isHeard`, `VoiceTest.isGone` |
            | host | sing | a look at the code |
            """;

    @TempDir
    Path sources = Path.of("");

    @Test
    void everyClaimIsShownByTestsThatAreThere() throws IOException {
        String page = Files.readString(CHECKOUT.resolve("docs/SECURITY.md"));

        assertThat(SecurityClaims.claims(page)).hasSizeGreaterThan(30);
        assertThat(SecurityClaims.faults(page, CHECKOUT)).isEmpty();
    }

    @Test
    void testThatIsGoneAndClaimWithoutOneAreNamed() throws IOException {
        write("""
                class VoiceTest {
                    @Test
                    void isHeard() {}

                    void isGone() {}
                }
                """);

        assertThat(SecurityClaims.faults(PAGE, sources))
                .containsExactly(
                        "there is no test VoiceTest.isGone", "no test shows: | host | sing | a look at the code |");
    }

    @Test
    void testsWithValuesAreFound() throws IOException {
        write("""
                class VoiceTest {
                    @ParameterizedTest
                    @ValueSource(strings = {"a", "b"})
                    void isHeard(String voice) throws IOException {}

                    @TestFactory
                    Stream<DynamicTest> isGone() {
                        return null;
                    }
                }
                """);

        assertThat(SecurityClaims.faults(PAGE, sources)).hasSize(1);
    }

    @Test
    void testThatIsNamedOutsideTheClaimsIsAFault() throws IOException {
        write("""
                class VoiceTest {
                    @Test
                    void isHeard() {}
                }
                """);
        String before = "| host | whisper | `VoiceTest.isHeard` |";
        String claim = "| host | shout | `VoiceTest.isHeard` |";
        String after = "Whoever speaks is heard (`VoiceTest.isHeard`).";
        String page = String.join(
                "\n",
                before,
                "",
                "## Claims",
                "",
                "| actor | cannot | shown by |",
                "| --- | --- | --- |",
                claim,
                "",
                after);

        assertThat(SecurityClaims.faults(page, sources))
                .containsExactly("not among the claims: " + before, "not among the claims: " + after);
    }

    private void write(String text) throws IOException {
        Path folder = Files.createDirectories(sources.resolve("module/src/test/java"));
        Files.writeString(folder.resolve("VoiceTest.java"), text);
    }
}
