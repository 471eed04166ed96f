package io.skyholm.identity.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.access.ApiKeyText;
import org.junit.jupiter.api.Test;

/** A key that was just made. */
class NewKeyTest {

    private final NewKey key = NewKey.make();

    @Test
    void keyIsKnownAgainByItsBeginning() {
        assertThat(key.prefix()).startsWith(ApiKeyText.PREFIX).hasSize(ApiKeyText.PREFIX.length() + 8);
        assertThat(key.text()).startsWith(key.prefix()).hasSizeGreaterThan(40);
    }

    @Test
    void noKeyIsMadeTwice() {
        assertThat(NewKey.make().text()).isNotEqualTo(key.text());
        assertThat(NewKey.make().hash()).isNotEqualTo(key.hash());
    }

    @Test
    void keyIsFoundByItsHashAndReadInNoLog() {
        assertThat(key.hash()).isEqualTo(ApiKeyText.hash(key.text())).doesNotContain(key.text());
        assertThat(key.toString()).startsWith(key.prefix()).doesNotContain(key.text());
    }
}
