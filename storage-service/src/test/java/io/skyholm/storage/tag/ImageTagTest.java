package io.skyholm.storage.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tags are called, and which of them move. */
class ImageTagTest {

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final ImageTag tag = new ImageTag();

    ImageTagTest() {
        tag.versionId = first;
    }

    @Test
    void whatAChangeLeavesOutStays() {
        change("{\"versionId\": \"" + second + "\"}");
        assertThat(tag.versionId).isEqualTo(second);
        assertThat(tag.isImmutable).isFalse();
        change("{\"isImmutable\": true}");
        assertThat(tag.versionId).isEqualTo(second);
        assertThat(tag.isImmutable).isTrue();
    }

    @Test
    void itMovesForTheLastTimeWhenItBecomesImmutable() {
        change("{\"versionId\": \"" + second + "\", \"isImmutable\": true}");
        assertThat(tag.versionId).isEqualTo(second);
        assertThat(tag.isImmutable).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"isImmutable\": false}", "{\"isImmutable\": true}", "{}"})
    void whatIsImmutableIsNotChangedHoweverLittleIsAskedFor(String body) {
        tag.isImmutable = true;
        Refused.by("TAG_IMMUTABLE", () -> change(body));
        Refused.by("TAG_IMMUTABLE", () -> change("{\"versionId\": \"" + second + "\"}"));
        assertThat(tag.versionId).isEqualTo(first);
        assertThat(tag.isImmutable).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stable", "13.1", "_next", "a", "v1.0-rc.1_x"})
    void namesAreThoseOfContainerRegistries(String name) {
        assertThat(broken(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".hidden", "-x", "a b", "a/b", "a:b", "ä", "stable\n"})
    void otherNamesAreRefused(String name) {
        assertThat(broken(name)).containsExactly("tagName");
    }

    @Test
    void namesHaveAtMostAHundredAndTwentyEightCharacters() {
        assertThat(broken("a".repeat(128))).isEmpty();
        assertThat(broken("a".repeat(129))).containsExactly("tagName");
    }

    @Test
    void aNameAndAVersionAreNeeded() {
        assertThat(Constraints.brokenBy(RequestBody.read("{}", CreateImageTag.class)))
                .containsExactlyInAnyOrder("tagName", "versionId");
    }

    private void change(String body) {
        RequestBody.read(body, ChangeImageTag.class).applyTo(tag);
    }

    private static Set<String> broken(String name) {
        return Constraints.brokenBy(new CreateImageTag(name, UUID.randomUUID(), null));
    }
}
