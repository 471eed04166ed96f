package io.skyholm.runtime.command;

import io.skyholm.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two commands ask for the same thing, without keeping what they ask for. */
record Fingerprint(String text) {

    static Fingerprint of(Object command) {
        String asked = command.getClass().getName() + EventJson.write(command);
        return new Fingerprint(HexFormat.of().formatHex(sha256().digest(asked.getBytes(StandardCharsets.UTF_8))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
