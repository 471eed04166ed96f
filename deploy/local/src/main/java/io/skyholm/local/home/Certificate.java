package io.skyholm.local.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and a certificate for localhost, made once per data directory and signed by nobody but itself. */
public final class Certificate {
    private static final String NAME = "skyholm";
    private static final String TYPE = "PKCS12";

    private final Path folder;
    private final Secrets secrets;

    public Certificate(Path folder, Secrets secrets) {
        this.folder = folder;
        this.secrets = secrets;
    }

    public Path chain() {
        return folder.resolve("localhost.crt");
    }

    public Path key() {
        return folder.resolve("localhost.key");
    }

    /** Makes both unless they are there; the JDK's keytool signs, and we write what it made as PEM. */
    public void make() {
        if (Files.exists(chain()) && Files.exists(key())) {
            return;
        }
        try {
            Path store = folder.resolve("localhost.p12");
            Files.createDirectories(folder);
            Files.deleteIfExists(store);
            char[] password = secrets.password("tls").toCharArray();
            sign(store);
            KeyStore made = KeyStore.getInstance(TYPE);
            try (InputStream stream = Files.newInputStream(store)) {
                made.load(stream, password);
            }
            PrivateFiles.write(
                    chain(), pem("CERTIFICATE", made.getCertificate(NAME).getEncoded()));
            PrivateFiles.write(
                    key(), pem("PRIVATE KEY", made.getKey(NAME, password).getEncoded()));
            Files.delete(store);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make a certificate in " + folder, failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the JDK cannot read its own key store", failure);
        }
    }

    /** Trusts this certificate and no other. */
    public SSLContext trust() {
        try (InputStream stream = Files.newInputStream(chain())) {
            KeyStore trusted = KeyStore.getInstance(TYPE);
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    NAME, CertificateFactory.getInstance("X.509").generateCertificate(stream));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + chain(), failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the JDK cannot read its own certificate", failure);
        }
    }

    private void sign(Path store) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                NAME,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost, O=Skyholm on this machine",
                "-validity",
                "825",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1",
                "-storetype",
                TYPE,
                "-keystore",
                store.toString(),
                "-storepass:env",
                "SKYHOLM_STORE");
        ProcessBuilder keytool = new ProcessBuilder(command).redirectErrorStream(true);
        keytool.environment().put("SKYHOLM_STORE", secrets.password("tls"));
        Process process = keytool.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static String pem(String type, byte[] content) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }
}
