package io.skyholm.agent.join;

import io.skyholm.events.host.HostSeal;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The host's X25519 key pairs, newest first. A pair that has served its time is replaced by a new one, which the platform is told
 * by joining again; former ones are kept for what was encrypted before that.
 */
public final class EncryptionKeys {

    private static final Duration LIFE = Duration.ofDays(30);

    /** What was encrypted with a key from before those has long been told again. */
    private static final int KEPT = 4;

    private static final int LINES_OF_A_PAIR = 2;

    private final List<PrivateKey> secrets;
    private final String publicKey;

    private EncryptionKeys(List<PrivateKey> secrets, String publicKey) {
        this.secrets = secrets;
        this.publicKey = publicKey;
    }

    /** The keys in this file, newest first, of which a new one is made if there is none or the newest is too old by then. */
    public static EncryptionKeys keptIn(Path file, Instant now) {
        PrivateFile kept = new PrivateFile(file);
        List<KeyPairText> pairs = pairs(kept.read().orElse(""));
        if (pairs.isEmpty()
                || kept.written().filter(at -> at.plus(LIFE).isAfter(now)).isEmpty()) {
            pairs = Stream.concat(Stream.of(KeyPairText.make(HostSeal.ALGORITHM)), pairs.stream())
                    .limit(KEPT)
                    .toList();
            kept.write(pairs.stream().map(KeyPairText::lines).collect(Collectors.joining()));
        }
        return of(pairs, file);
    }

    /** X.509 in Base64: that of the newest pair. */
    public String publicKey() {
        return publicKey;
    }

    /** What was sealed for this host and that place. */
    public String open(HostSeal.Place place, String sealed) {
        return secrets.stream()
                .flatMap(secret -> tryOpen(secret, place, sealed).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No key of this host opens what was sealed for "
                        + place.thing().text()));
    }

    private static Optional<String> tryOpen(PrivateKey secret, HostSeal.Place place, String sealed) {
        try {
            return Optional.of(HostSeal.open(secret, place, sealed));
        } catch (HostSeal.CannotOpenException byAnother) {
            return Optional.empty();
        }
    }

    private static List<KeyPairText> pairs(String text) {
        List<String> lines = text.lines().toList();
        List<KeyPairText> pairs = new ArrayList<>();
        for (int line = 0; line + 1 < lines.size(); line += LINES_OF_A_PAIR) {
            pairs.add(new KeyPairText(lines.get(line), lines.get(line + 1)));
        }
        return pairs;
    }

    private static EncryptionKeys of(List<KeyPairText> pairs, Path file) {
        try {
            List<PrivateKey> secrets = new ArrayList<>();
            for (KeyPairText pair : pairs) {
                secrets.add(pair.read(HostSeal.ALGORITHM));
            }
            return new EncryptionKeys(List.copyOf(secrets), pairs.getFirst().publicKey());
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(file + " holds no keys", unreadable);
        }
    }
}
