package io.skyholm.audit.verify;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.EntryJson;
import io.skyholm.audit.chain.ExportedLine;
import io.skyholm.audit.chain.Happened;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.chain.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export tells by itself whether it is whole, and names the first entry that is not. */
class VerifyExportTest {

    private final UUID tenant = UUID.randomUUID();
    private final List<Entry> chain = Happened.chain(tenant, 10);
    private final List<String> lines =
            new ArrayList<>(chain.stream().map(EntryJson::line).toList());
    private final SigningKey key = SigningKey.random();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private final Path folder;

    VerifyExportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void wholeExportIsVerified() throws IOException {
        Happened.chain(null, 3).stream().map(EntryJson::line).forEach(lines::add);
        assertThat(verify()).isEqualTo(VerifyExport.WHOLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Verified 13 entries of 2 chains");
    }

    @Test
    void oneFlippedByteIsNamed() throws IOException {
        lines.set(6, lines.get(6).replace("\"Acme\"", "\"Acmf\""));
        assertBad("Line 7: entry 7", chain.get(6).what().id().toString(), "its content is not what was hashed");
    }

    @Test
    void everyFlippedByteIsFound() throws IOException {
        String line = lines.get(4);
        for (int place = 0; place < line.length(); place++) {
            char flipped = (char) (line.charAt(place) ^ 1);
            lines.set(4, line.substring(0, place) + flipped + line.substring(place + 1));
            assertThat(verify()).as("byte %d of %s", place, lines.get(4)).isEqualTo(VerifyExport.BAD);
        }
    }

    @Test
    void removedLineIsNamed() throws IOException {
        lines.remove(3);
        assertBad("Line 4: entry 5", chain.get(4).what().id().toString(), "entry 4 should be here");
    }

    @Test
    void swappedLinesAreNamed() throws IOException {
        Collections.swap(lines, 2, 3);
        assertBad("Line 3: entry 4", "entry 3 should be here");
    }

    @Test
    void repeatedLineIsNamed() throws IOException {
        lines.add(5, lines.get(4));
        assertBad("Line 6: entry 5", "entry 6 should be here");
    }

    @Test
    void propertyThatWasSaidTwiceIsRefused() throws IOException {
        lines.set(0, lines.get(0).replace("{\"name\":", "{\"name\":\"Other\",\"name\":"));
        assertBad("Line 1 is no line of an export");
    }

    @Test
    void filteredExportIsVerifiedEntryByEntry() throws IOException {
        lines.remove(3);
        assertThat(verify("--partial")).isEqualTo(VerifyExport.WHOLE);
        lines.set(6, lines.get(6).replace("\"Acme\"", "\"Acmf\""));
        assertThat(verify("--partial")).isEqualTo(VerifyExport.BAD);
    }

    @Test
    void signedDigestsAgree() throws IOException {
        lines.add(ExportedLine.of(digest(key)));
        assertThat(verify("--key", keyFile(key))).isEqualTo(VerifyExport.WHOLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("1 signed digests agree");
    }

    @Test
    void signaturesThatNoKeyWasGivenForAreSaidToBeUnchecked() throws IOException {
        lines.add(ExportedLine.of(digest(key)));
        assertThat(verify()).isEqualTo(VerifyExport.WHOLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("The signatures were not checked");
    }

    @Test
    void forgedDigestIsNamed() throws IOException {
        lines.add(ExportedLine.of(digest(SigningKey.random())));
        assertThat(verify("--key", keyFile(key))).isEqualTo(VerifyExport.BAD);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("The digest of entry 10", "is not signed with");
    }

    @Test
    void chainThatWasHashedAnewDisagreesWithItsDigest() throws IOException {
        Digest digest = digest(key);
        lines.clear();
        Happened.chain(tenant, 10).stream().map(EntryJson::line).forEach(lines::add);
        lines.add(ExportedLine.of(digest));
        assertBad("Line 10: entry 10", "its signed digest has another hash");
    }

    @Test
    void chainThatWasCutOffDisagreesWithItsDigest() throws IOException {
        lines.removeLast();
        lines.add(ExportedLine.of(digest(key)));
        assertBad("ends at entry 9 here, but a digest was signed of entry 10");
    }

    @Test
    void gzippedExportIsRead() throws IOException {
        Path file = folder.resolve("audit.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run(file.toString())).isEqualTo(VerifyExport.WHOLE);
    }

    @Test
    void whatCannotBeReadIsSaidInASentence() {
        assertThat(run(folder.resolve("nothing").toString())).isEqualTo(VerifyExport.UNUSABLE);
        assertThat(run()).isEqualTo(VerifyExport.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("There is no file", "Usage: audit verify FILE");
    }

    private Digest digest(SigningKey signer) {
        return signer.sign(Head.behind(chain.getLast()), Instant.EPOCH);
    }

    private String keyFile(SigningKey signer) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), signer.verifying().pem())
                .toString();
    }

    private void assertBad(String... sentences) throws IOException {
        assertThat(verify()).isEqualTo(VerifyExport.BAD);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(sentences);
    }

    private int verify(String... options) throws IOException {
        Path file = folder.resolve("audit.jsonl");
        Files.writeString(file, lines.stream().collect(joining("\n", "", "\n")));
        return run(Stream.concat(Stream.of(file.toString()), Stream.of(options)).toArray(String[]::new));
    }

    private int run(String... arguments) {
        return VerifyExport.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
