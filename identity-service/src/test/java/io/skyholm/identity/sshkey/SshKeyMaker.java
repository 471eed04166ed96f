package io.skyholm.identity.sshkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** Makes public keys as ssh-keygen does, as far as their form goes. */
public final class SshKeyMaker {

    private SshKeyMaker() {}

    /** A key that nobody has. */
    public static String ed25519() {
        return line("ssh-ed25519", random(32));
    }

    static String rsa(int bits) {
        BigInteger modulus =
                BigInteger.TWO.pow(bits - 1).add(new BigInteger(1, random(16))).setBit(0);
        return line("ssh-rsa", BigInteger.valueOf(65_537).toByteArray(), modulus.toByteArray());
    }

    static String ecdsa(String curve, int coordinate) {
        return line("ecdsa-sha2-" + curve, ascii(curve), point(coordinate));
    }

    static byte[] point(int coordinate) {
        byte[] point = random(1 + 2 * coordinate);
        point[0] = 4;
        return point;
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A key of that type with these fields behind it. */
    static String line(String type, byte[]... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, ascii(type));
        for (byte[] field : fields) {
            write(bytes, field);
        }
        return type + " " + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void write(ByteArrayOutputStream bytes, byte[] field) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(field.length).array());
        bytes.writeBytes(field);
    }
}
