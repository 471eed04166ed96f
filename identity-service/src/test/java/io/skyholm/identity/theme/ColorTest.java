package io.skyholm.identity.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Constraints;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page may put into its style as it is. */
class ColorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"red;} body{display:none", "url(https://evil.example/x)", "#12345", "oklch(", "rgb(1,2,3);", ""})
    void whatIsNoColourIsRefused(String color) {
        assertThat(broken("primary", color)).containsExactly("colors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#fff", "#1f5f8b", "#1f5f8b80", "rgb(1,2,3)", "oklch(62% 0.15 240)"})
    void colourIsTaken(String color) {
        assertThat(broken("primary", color)).isEmpty();
    }

    @Test
    void nameThatIsNoPartOfAVariablesIsRefused() {
        assertThat(broken("a;b", "#fff")).containsExactly("colors");
    }

    private static Set<String> broken(String name, String color) {
        return Constraints.brokenBy(new CreateTheme(null, "Aurora", Map.of(name, color), null));
    }
}
