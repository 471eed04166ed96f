package io.skyholm.identity.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a change makes of a theme, and which theme stays. */
class ThemeChangeTest {

    private static final Map<String, String> COLORS = Map.of("primary", "#1f5f8b", "accent", "#fff");

    private final Theme tenants = theme(UUID.randomUUID(), true);
    private final Theme platforms = theme(null, true);

    @Test
    void fieldThatIsLeftOutStays() {
        change(tenants, "{\"name\": \"Dusk\"}");
        assertThat(tenants.name).isEqualTo("Dusk");
        assertThat(tenants.colors).isEqualTo(COLORS);
        assertThat(tenants.isActive).isTrue();
    }

    @Test
    void coloursAreReplacedAsAWhole() {
        change(tenants, "{\"colors\": {\"text\": \"#000\"}}");
        assertThat(tenants.colors).isEqualTo(Map.of("text", "#000"));
    }

    @Test
    void themeIsNotActiveUnlessThatIsAskedFor() {
        CreateTheme command =
                RequestBody.read("{\"name\": \"Aurora\", \"colors\": {\"a\": \"#000\"}}", CreateTheme.class);
        assertThat(new Theme(null, command, Revision.first(null, Instant.EPOCH)).isActive)
                .isFalse();
    }

    @Test
    void tenantsActiveThemeIsPutAwayAndDeletedAtWill() {
        change(tenants, "{\"isActive\": false}");
        assertThat(tenants.isActive).isFalse();
        change(tenants, "{\"isActive\": true}");
        tenants.delete();
        assertThat(tenants.isActive).isFalse();
    }

    @Test
    void platformsActiveThemeIsNotPutAway() {
        assertThatThrownBy(() -> change(platforms, "{\"name\": \"Dusk\", \"isActive\": false}"))
                .hasMessageStartingWith("The platform always has an active theme");
        assertThat(platforms.isActive).isTrue();
        assertThat(platforms.name).isEqualTo("Aurora");
    }

    @Test
    void platformsActiveThemeIsNotDeleted() {
        assertThatThrownBy(platforms::delete).hasMessageStartingWith("The platform always has an active theme");
        assertThat(platforms.isActive).isTrue();
    }

    @Test
    void platformsActiveThemeIsChangedOtherwise() {
        change(platforms, "{\"name\": \"Dusk\", \"isActive\": true}");
        assertThat(platforms.name).isEqualTo("Dusk");
    }

    @Test
    void platformsOtherThemesAreDeletedAtWill() {
        Theme other = theme(null, false);
        other.delete();
        assertThat(other.isActive).isFalse();
    }

    @Test
    void coloursComeBackFromTheirColumnAsTheyWere() {
        Colors column = new Colors();
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(COLORS)))
                .isEqualTo(COLORS);
    }

    private static void change(Theme theme, String body) {
        RequestBody.read(body, ChangeTheme.class).applyTo(theme);
    }

    private static Theme theme(@Nullable UUID tenant, boolean active) {
        return new Theme(
                tenant, new CreateTheme(tenant, "Aurora", COLORS, active), Revision.first(null, Instant.EPOCH));
    }
}
