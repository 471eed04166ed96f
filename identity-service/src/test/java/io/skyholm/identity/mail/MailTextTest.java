package io.skyholm.identity.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.mail.MailTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails say what they are given, and leave no place empty. */
class MailTextTest {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    static Stream<Arguments> mails() {
        Map<String, String> account = Map.of("name", "Ada Lovelace", "username", "ada");
        return Stream.of(
                Arguments.of(MailText.PASSWORD_RESET, account, true),
                Arguments.of(MailText.EMAIL_VERIFICATION, account, true),
                Arguments.of(
                        MailText.FIRST_PASSWORD,
                        Map.of("name", "Ada Lovelace", "username", "ada", "tenantName", "Acme"),
                        true),
                Arguments.of(MailText.ALREADY_REGISTERED, account, false),
                Arguments.of(
                        MailText.REGISTRATION,
                        Map.of("name", "Ada Lovelace", "username", "ada", "tenantName", "Acme"),
                        true),
                Arguments.of(
                        MailText.INVITATION,
                        Map.of("inviter", "grace", "tenantName", "Acme", "expiresAt", "2026-02-08T12:00:00Z"),
                        true));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void everythingThatIsKnownIsSaidAndNoPlaceStaysEmpty(
            MailTemplate mail, Map<String, String> values, boolean linked) {
        assertThat(text(mail, values)).contains(values.values()).doesNotContain("{");
        assertThat(PLACE.matcher(mail.body()).results().map(place -> place.group(1)))
                .hasSameElementsAs(
                        linked
                                ? Stream.concat(values.keySet().stream(), Stream.of("link", "token"))
                                        .toList()
                                : values.keySet());
    }

    @ParameterizedTest
    @MethodSource("mails")
    void mailHasASubjectAndALinkWhereOneIsToBeFollowed(MailTemplate mail, Map<String, String> values, boolean linked) {
        assertThat(mail.subject()).isNotBlank().doesNotContain("\n", "{");
        assertThat(text(mail, values).contains("a-link")).isEqualTo(linked);
    }

    private static String text(MailTemplate mail, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("token", "a-token");
        all.put("link", "a-link");
        return mail.message(null, "ada@example.com", all).body();
    }
}
