package io.skyholm.storage.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of a new version. */
class CreateImageVersionTest {

    @Test
    void aNumberAndAFormatAreNeeded() {
        assertThat(Constraints.brokenBy(RequestBody.read("{}", CreateImageVersion.class)))
                .containsExactlyInAnyOrder("versionNumber", "diskFormat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "13.1", "1.0+build_7-rc", "a"})
    void numbersAreThoseOfReleases(String number) {
        assertThat(brokenByNumber(number)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".1", "+1", "1 0", "1/0", "ä"})
    void whatIsNoNumberIsRefused(String number) {
        assertThat(brokenByNumber(number)).containsExactly("versionNumber");
    }

    @Test
    void numbersHaveAtMostFortyCharacters() {
        assertThat(brokenByNumber("1".repeat(40))).isEmpty();
        assertThat(brokenByNumber("1".repeat(41))).containsExactly("versionNumber");
    }

    @ParameterizedTest
    @CsvSource({"checksumSha256, 64", "checksumMd5, 32"})
    void checksumsAreHexadecimalInLowerCase(String field, int digits) {
        assertThat(broken("\"%s\": \"%s\"".formatted(field, "a".repeat(digits))))
                .isEmpty();
        for (String bad :
                new String[] {"a".repeat(digits - 1), "a".repeat(digits + 1), "A".repeat(digits), "g".repeat(digits), ""
                }) {
            assertThat(broken("\"%s\": \"%s\"".formatted(field, bad))).as(bad).containsExactly(field);
        }
    }

    @Test
    void sourcesHaveAtMostTwoThousandCharacters() {
        assertThat(broken("\"sourceUrl\": \"" + "a".repeat(2000) + "\"")).isEmpty();
        assertThat(broken("\"sourceUrl\": \"" + "a".repeat(2001) + "\"")).containsExactly("sourceUrl");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "diskFormat": "QCOW2", "sourceSnapshotId": "%1$s"                            | diskFormat
            "diskFormat": "RAW", "sourceSnapshotId": "%1$s", "sourceUrl": "https://a.b/" | sourceSnapshotId
            """)
    void theBytesOfASnapshotAreRawAndAlone(String fields, String wrong) {
        CreateImageVersion command = RequestBody.read(
                "{\"versionNumber\": \"13\", " + fields.formatted(UUID.randomUUID()) + "}", CreateImageVersion.class);
        Refused.forField(wrong, command::checkSource);
    }

    private static Set<String> brokenByNumber(String number) {
        return Constraints.brokenBy(RequestBody.read(
                "{\"versionNumber\": \"%s\", \"diskFormat\": \"RAW\"}".formatted(number), CreateImageVersion.class));
    }

    private static Set<String> broken(String more) {
        return Constraints.brokenBy(RequestBody.read(
                "{\"versionNumber\": \"13\", \"diskFormat\": \"RAW\", " + more + "}", CreateImageVersion.class));
    }
}
