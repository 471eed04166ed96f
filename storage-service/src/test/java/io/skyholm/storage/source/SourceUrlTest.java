package io.skyholm.storage.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a URL has to be from which bytes are fetched. */
class SourceUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://images.example.org/a.raw, images.example.org, 443, /a.raw",
        "HTTP://images.example.org, images.example.org, 80, /",
        "http://[2606:4700::1111]:8080/a?b=c%20d, 2606:4700::1111, 8080, /a?b=c%20d",
        "https://8.8.8.8:65535/, 8.8.8.8, 65535, /"
    })
    void saysWhomToAskForWhat(String text, String host, int port, String asked) {
        SourceUrl url = SourceUrl.of(text);
        assertThat(url.host()).isEqualTo(host);
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.pathAndQuery()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "images.example.org/a.raw",
                "//images.example.org/a.raw",
                "ftp://images.example.org/a.raw",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_INFO",
                "jar:https://images.example.org!/a",
                "https:/a.raw",
                "https:a.raw",
                "https://",
                "https://user@images.example.org/",
                "https://images.example.org@127.0.0.1/",
                "https://images.example.org:0/",
                "https://images.example.org:65536/",
                "https://images.example.org:port/",
                "https://images.example.org/a#b",
                "https://images.example.org/a b",
                "https://images.example.org/a\r\nHost: other",
                "https://images.example.org\\@127.0.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://[::1/",
                "http://[::1%25eth0]x/"
            })
    void whatReadersMayTakeForSomethingElseIsRefusedByName(String text) {
        assertThatThrownBy(() -> SourceUrl.of(text)).hasMessageContaining("sourceUrl");
    }

    @Test
    void queryIsNotShown() {
        SourceUrl url = SourceUrl.of("https://images.example.org/a.raw?signature=secret");
        assertThat(url.shown()).isEqualTo("https://images.example.org/a.raw");
        assertThat(url.query()).isEqualTo("signature=secret");
    }

    @Test
    void redirectionLeadsOnFromWhereItWasSaid() {
        SourceUrl url = SourceUrl.of("https://images.example.org/a/b.raw?c");
        assertThat(url.redirected("../d.raw").uri()).hasToString("https://images.example.org/d.raw");
        assertThat(url.redirected("//mirror.example.org/e").host()).isEqualTo("mirror.example.org");
        assertThatThrownBy(() -> url.redirected("file:///etc/passwd")).hasMessageContaining("sourceUrl");
    }
}
