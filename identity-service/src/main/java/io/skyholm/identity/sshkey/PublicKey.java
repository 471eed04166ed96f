package io.skyholm.identity.sshkey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A public key as OpenSSH writes it into a file: its type, its bytes in base 64, and what its owner calls it. */
record PublicKey(
        String type,
        String encoded,
        String fingerprint,
        @Nullable String comment) {

    private static final Pattern LINE = Pattern.compile(
            "(?<type>[a-z0-9@.-]+)[ \\t]+(?<key>[A-Za-z0-9+/]+={0,2})([ \\t]+(?<comment>\\P{Cntrl}{1,200}))?");

    /** Reads one line; whatever OpenSSH would not take, or should not, is refused. */
    static PublicKey parse(String text) {
        String line = text.strip();
        if (line.contains("PRIVATE KEY")) {
            throw SshKeyProblems.unreadable("is a private key: send the public one, and show this one to nobody");
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw SshKeyProblems.unreadable("must be one line like ssh-ed25519 AAAA… and a comment");
        }
        byte[] key = decoded(parts.group("key"));
        KeyBytes.check(parts.group("type"), key);
        return new PublicKey(parts.group("type"), parts.group("key"), fingerprint(key), parts.group("comment"));
    }

    /** The line that goes into authorized_keys. */
    String line() {
        return type + " " + encoded;
    }

    private static byte[] decoded(String encoded) {
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException notBase64) {
            throw SshKeyProblems.unreadable("is not base 64 after its type");
        }
    }

    private static String fingerprint(byte[] key) {
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(sha256().digest(key));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
