package io.skyholm.agent.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The platform's door as agents know it: they come to it, since nothing of theirs listens. */
public record Gateway(URI address, HttpClient client) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** The one at this address, which proves itself by these certificates, or else by those that the JDK trusts. */
    public static Gateway at(URI address, Optional<Path> certificates) {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT);
        certificates.ifPresent(file -> client.sslContext(trust(file)));
        return new Gateway(address, client.build());
    }

    /** Where that path is. */
    public URI at(String path) {
        return address.resolve(path);
    }

    private static SSLContext trust(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                trusted.setCertificateEntry("gateway-" + number++, one);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalArgumentException("cannot trust the certificates in " + file, failure);
        }
    }
}
