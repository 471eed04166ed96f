package io.skyholm.audit.signer;

import io.skyholm.audit.chain.Head;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** What was signed of one chain, as a line of a file. */
record SignedPlace(UUID chainId, long sequence, String hash) {

    /** Files written before there were checksums have lines without one; a whole hash shows that such a line is whole. */
    private static final Pattern LINE = Pattern.compile(
            "(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\\d{1,18}) ([0-9a-f]{64}))( [0-9a-f]{8})?");

    static SignedPlace of(Head head) {
        return new SignedPlace(head.chainId(), head.sequence(), head.hash());
    }

    /** With a checksum by which half a line is known. */
    String line() {
        String text = chainId + " " + sequence + " " + hash;
        return text + checksum(text) + "\n";
    }

    /** Reads a line; empty if it is not whole. */
    static Optional<SignedPlace> read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()
                || (parts.group(5) != null && !checksum(parts.group(1)).equals(parts.group(5)))) {
            return Optional.empty();
        }
        return Optional.of(
                new SignedPlace(UUID.fromString(parts.group(2)), Long.parseLong(parts.group(3)), parts.group(4)));
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return " " + HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
