package io.skyholm.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A certificate for localhost, made for this run.
 *
 * @param certificate its PEM file
 * @param key its private key's PEM file
 */
public record TestCertificate(Path certificate, Path key) {

    private static final String NAME = "gateway";

    /** In files of its own. */
    public static TestCertificate create() {
        try {
            Path folder = Files.createTempDirectory("gateway-certificate");
            char[] password = UUID.randomUUID().toString().toCharArray();
            KeyStore store = generate(folder.resolve("store.p12"), password);
            byte[] certificate = store.getCertificate(NAME).getEncoded();
            byte[] key = store.getKey(NAME, password).getEncoded();
            return new TestCertificate(
                    pem(folder.resolve("certificate.pem"), "CERTIFICATE", certificate),
                    pem(folder.resolve("key.pem"), "PRIVATE KEY", key));
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("no certificate for the test", failure);
        }
    }

    private static KeyStore generate(Path file, char[] password) throws IOException, GeneralSecurityException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(keytool, "-genkeypair", "-keyalg", "EC", "-alias", NAME));
        command.addAll(List.of("-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1"));
        command.addAll(List.of("-storepass", new String(password), "-keystore", file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            store.load(stored, password);
        }
        return store;
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
