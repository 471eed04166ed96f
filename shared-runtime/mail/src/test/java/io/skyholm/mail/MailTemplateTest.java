package io.skyholm.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Templates become letters. */
class MailTemplateTest {

    @Test
    void placesAreFilledAndValuesWithoutAPlaceLeftOut() {
        MailMessage message = MailTemplate.of(MailTemplateTest.class, "greeting")
                .message(null, "ada@example.com", Map.of("name", "Ada $1", "token", "secret"));
        assertThat(message.subject()).isEqualTo("A greeting");
        assertThat(message.body()).isEqualTo("Hello Ada $1,\n\nwelcome.\n");
        assertThat(message.recipient()).isEqualTo("ada@example.com");
    }

    @Test
    void aPlaceWithoutAValueIsEmpty() {
        assertThat(MailTemplate.of(MailTemplateTest.class, "greeting")
                        .message(null, "ada@example.com", Map.of())
                        .body())
                .startsWith("Hello ,");
    }

    @Test
    void aTemplateThatIsMissingIsNoticedAtOnce() {
        assertThatThrownBy(() -> MailTemplate.of(MailTemplateTest.class, "nothing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/mail/nothing.txt");
    }

    @Test
    void nobodyReadsALetterInALog() {
        assertThat(new MailMessage(null, "ada@example.com", "Words", "a secret").toString())
                .isEqualTo("MailMessage[Words]");
    }
}
