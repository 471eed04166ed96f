package io.skyholm.audit.signer;

import io.skyholm.audit.chain.Head;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What was signed last of each chain, kept in a file of lines. An older place says nothing here: whoever changes it changes all hashes behind it,
 * and so the one that is known.
 */
final class SignedHeads {

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final int PARTS = 3;

    private final FileChannel file;
    private final Map<UUID, Place> last = new HashMap<>();

    private record Place(long sequence, String hash) {}

    private SignedHeads(FileChannel file) {
        this.file = file;
    }

    /** Makes the file if it is not there. */
    static SignedHeads keptIn(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        SignedHeads heads = new SignedHeads(file);
        for (String line : Files.readAllLines(path)) {
            String[] parts = SPACE.split(line, -1);
            // A line that was cut off by a crash was of a signature that nobody has been given.
            if (parts.length == PARTS) {
                heads.remember(UUID.fromString(parts[0]), new Place(Long.parseLong(parts[1]), parts[2]));
            }
        }
        return heads;
    }

    /** Whether another hash was signed of that very place. */
    boolean contradicts(Head head) {
        Place known = last.get(head.chainId());
        return known != null && known.sequence == head.sequence() && !known.hash.equals(head.hash());
    }

    /** Is on the disk when this returns. */
    void note(Head head) throws IOException {
        Place known = last.get(head.chainId());
        if (known != null && known.sequence >= head.sequence()) {
            return;
        }
        String line = head.chainId() + " " + head.sequence() + " " + head.hash() + "\n";
        file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        file.force(false);
        remember(head.chainId(), new Place(head.sequence(), head.hash()));
    }

    private void remember(UUID chain, Place place) {
        last.merge(chain, place, (known, newer) -> newer.sequence > known.sequence ? newer : known);
    }
}
