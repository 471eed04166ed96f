package io.skyholm.identity.sshkey;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of a public key: fields, each behind its length, beginning with the key's type (RFC 4253, 5656, 8709). */
final class KeyBytes {

    private static final int WEAKEST_RSA = 2048;
    private static final int LONGEST_RSA = 16_384;
    private static final int ED25519 = 32;
    private static final byte UNCOMPRESSED = 4;

    private final ByteBuffer bytes;

    private KeyBytes(byte[] key) {
        this.bytes = ByteBuffer.wrap(key);
    }

    /** Refuses what is no key of that type, or too weak a one. */
    static void check(String type, byte[] key) {
        KeyBytes fields = new KeyBytes(key);
        try {
            if (!fields.text().equals(type)) {
                throw SshKeyProblems.unreadable("says one type and holds a key of another");
            }
            fields.checkRest(type);
        } catch (BufferUnderflowException cut) {
            throw SshKeyProblems.unreadable("is cut off");
        }
        if (fields.bytes.hasRemaining()) {
            throw SshKeyProblems.unreadable("holds more than a key");
        }
    }

    private void checkRest(String type) {
        switch (type) {
            case "ssh-ed25519" -> ed25519();
            case "sk-ssh-ed25519@openssh.com" -> {
                ed25519();
                application();
            }
            case "ecdsa-sha2-nistp256" -> point("nistp256", 32);
            case "ecdsa-sha2-nistp384" -> point("nistp384", 48);
            case "ecdsa-sha2-nistp521" -> point("nistp521", 66);
            case "sk-ecdsa-sha2-nistp256@openssh.com" -> {
                point("nistp256", 32);
                application();
            }
            case "ssh-rsa" -> rsa();
            default ->
                throw SshKeyProblems.unreadable("is of a type that is not taken; take ssh-ed25519, ecdsa or ssh-rsa");
        }
    }

    private void ed25519() {
        require(field().length == ED25519);
    }

    /** What a key on a hardware token is for. */
    private void application() {
        require(!text().isEmpty());
    }

    private void point(String curve, int coordinate) {
        require(text().equals(curve));
        byte[] point = field();
        require(point.length == 1 + 2 * coordinate && point[0] == UNCOMPRESSED);
    }

    private void rsa() {
        BigInteger exponent = number();
        BigInteger modulus = number();
        require(exponent.testBit(0) && exponent.bitLength() > 1 && modulus.testBit(0));
        require(modulus.bitLength() <= LONGEST_RSA);
        if (modulus.bitLength() < WEAKEST_RSA) {
            throw SshKeyProblems.unreadable("is weak: an RSA key has " + WEAKEST_RSA + " bits at least");
        }
    }

    private BigInteger number() {
        byte[] field = field();
        require(field.length > 0 && field[0] >= 0);
        return new BigInteger(field);
    }

    private String text() {
        return new String(field(), StandardCharsets.US_ASCII);
    }

    private byte[] field() {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] field = new byte[length];
        bytes.get(field);
        return field;
    }

    private static void require(boolean sound) {
        if (!sound) {
            throw SshKeyProblems.unreadable("is no sound key of its type");
        }
    }
}
