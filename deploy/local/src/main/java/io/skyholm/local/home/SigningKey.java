package io.skyholm.local.home;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** An RSA key that signs tokens, as a JSON Web Key (RFC 7517): the private one, and the set by which others verify. */
public final class SigningKey {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BITS = 2048;
    private static final List<String> PUBLIC = List.of("kty", "alg", "use", "kid", "n", "e");

    private SigningKey() {}

    /** A new private key. */
    public static String create() {
        RSAPrivateCrtKey key = generate();
        return JSON.createObjectNode()
                .put("kty", "RSA")
                .put("alg", "RS256")
                .put("use", "sig")
                .put("kid", Secrets.newId().toString())
                .put("n", text(key.getModulus()))
                .put("e", text(key.getPublicExponent()))
                .put("d", text(key.getPrivateExponent()))
                .put("p", text(key.getPrimeP()))
                .put("q", text(key.getPrimeQ()))
                .put("dp", text(key.getPrimeExponentP()))
                .put("dq", text(key.getPrimeExponentQ()))
                .put("qi", text(key.getCrtCoefficient()))
                .toString();
    }

    /** The set of public keys in which that private key's is the only one. */
    public static String publicKeys(String privateKey) {
        try {
            ObjectNode key = ((ObjectNode) JSON.readTree(privateKey)).retain(PUBLIC);
            ObjectNode set = JSON.createObjectNode();
            set.putArray("keys").add(key);
            return set.toString();
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("the signing key is not JSON", broken);
        }
    }

    private static RSAPrivateCrtKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Without the byte that only says that the number is positive. */
    private static String text(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int first = bytes[0] == 0 ? 1 : 0;
        byte[] digits = Arrays.copyOfRange(bytes, first, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digits);
    }
}
