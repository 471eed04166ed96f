package io.skyholm.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in mails carry no links and break no lines. */
class PlainNameTest {

    @ParameterizedTest
    @MethodSource("nastyNames")
    void nothingInANameBecomesALink(String name, String shown) {
        assertThat(PlainName.of(name)).isEqualTo(shown);
    }

    static Stream<Arguments> nastyNames() {
        return Stream.of(
                Arguments.of("https://evil.example/login", "https[:]//evil[.]example/login"),
                Arguments.of("HTTP://EVIL.EXAMPLE", "HTTP[:]//EVIL[.]EXAMPLE"),
                Arguments.of("http://192.0.2.7/x", "http[:]//192[.]0[.]2[.]7/x"),
                Arguments.of("ftp://evil", "ftp[:]//evil"),
                Arguments.of("www.evil.example", "www[.]evil[.]example"),
                Arguments.of("WwW.evil", "WwW[.]evil"),
                Arguments.of("evil.example", "evil[.]example"),
                Arguments.of("Acme (evil.example)", "Acme (evil[.]example)"),
                Arguments.of("evil.co.uk/login", "evil[.]co[.]uk/login"),
                Arguments.of("evil.xn--p1ai", "evil[.]xn--p1ai"),
                Arguments.of("\u0437\u043b\u043e.\u0440\u0444", "\u0437\u043b\u043e[.]\u0440\u0444"),
                Arguments.of("evil\u3002example", "evil[.]example"),
                Arguments.of("evil\uff0eexample", "evil[.]example"),
                Arguments.of("\uff48ttp\uff1a\uff0f\uff0fevil", "http[:]//evil"),
                Arguments.of("ada@evil.example", "ada[at]evil[.]example"),
                Arguments.of("ada\uff20evil.example", "ada[at]evil[.]example"),
                Arguments.of("mailto:ada", "mailto[:]ada"),
                Arguments.of("tel:+4912345", "tel[:]+4912345"),
                Arguments.of("javascript:alert(1)", "javascript[:]alert(1)"),
                Arguments.of("call 192.0.2.7 now", "call 192[.]0[.]2[.]7 now"),
                Arguments.of("Acme\r\nBcc: all", "Acme Bcc: all"),
                Arguments.of("Acme\n\nPay here", "Acme Pay here"),
                Arguments.of("Acme\u2028Pay\u2029here\u0085now", "Acme Pay here now"),
                Arguments.of("Acme\u0000\u0007\u001b[31m", "Acme [31m"),
                Arguments.of("\u202eemca\u2066", "emca"),
                Arguments.of("ev\u200bil.example", "ev il[.]example"),
                Arguments.of("  a   b  ", "a b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Lovelace",
                "Acme Inc.",
                "J.R.R. Tolkien",
                "St. John's: a house",
                "ada.1b2c3d4e-0000",
                "Studio 2.0",
                "2026-02-08T12:00:00Z",
                "\u00c5sa \u00d6rn & S\u00f6ner",
                "\ud83d\ude80 Rockets"
            })
    void ordinaryNamesStayAsTheyAre(String name) {
        assertThat(PlainName.of(name)).isEqualTo(name);
    }

    @Test
    void longNameIsCutBetweenItsCharacters() {
        String rockets = "\ud83d\ude80".repeat(150);
        assertThat(PlainName.of(rockets)).isEqualTo("\ud83d\ude80".repeat(100) + "...");
    }

    @Test
    void linkOfOursStaysALinkWhateverTheNamesSay() {
        MailTemplate template = new MailTemplate("Words", "{name} {link}");
        MailMessage message = template.message(
                new Mails.Addressee(null, "ada@example.com"),
                Map.of("name", "{link}", "link", "evil.example"),
                Map.of("link", "https://skyholm.example/page"));
        assertThat(message.body()).isEqualTo("{link} https://skyholm.example/page");
    }
}
