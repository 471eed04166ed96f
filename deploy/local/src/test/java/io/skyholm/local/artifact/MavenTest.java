package io.skyholm.local.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MavenTest {
    @Test
    void withoutANetworkTheMessageNamesWhatIsMissingAndWhatToDo() {
        String output = """
                [INFO] Scanning for projects...
                [ERROR] Failed to execute goal: Could not transfer artifact a:b:zip:1 from/to x: Unknown host x -> [Help 1]
                [ERROR]
                [ERROR] [Help 1] http://x
                [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                """;

        assertThat(Maven.failure("could not bring a:b:1:zip", output))
                .hasMessageContainingAll("could not bring a:b:1:zip", "Could not transfer artifact", "network")
                .message()
                .doesNotContain("stack trace", "Scanning", "Help 1");
    }

    @Test
    void aFullDiskIsToldApartFromAMissingNetwork() {
        assertThat(Maven.failure("could not bring x", "[ERROR] could not transfer: No space left on device"))
                .hasMessageContaining("make room");
    }

    @Test
    void whatTheCompilerSaysIsShown() {
        String output = """
                [WARNING] /a/B.java:[3,4] [UnusedVariable] never read
                [ERROR] COMPILATION ERROR :
                [ERROR] warnings found and -Werror specified
                """;

        assertThat(Maven.failure("could not build a", output))
                .hasMessageContaining("B.java:[3,4]")
                .hasMessageContaining("mend what it names");
    }

    @Test
    void aClassThatCannotBeAccessedIsNoMatterOfTheNetwork() {
        assertThat(Maven.failure("could not build a", "[ERROR] /a/B.java:[3,4] cannot access io.skyholm.c.D"))
                .hasMessageContaining("mend what it names");
        assertThat(
                        Maven.failure(
                                "could not build a",
                                "[ERROR] Plugin x: Cannot access central (https://repo.maven.apache.org/maven2) in offline mode"))
                .hasMessageContaining("network");
    }
}
