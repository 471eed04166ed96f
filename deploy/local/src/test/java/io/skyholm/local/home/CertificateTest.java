package io.skyholm.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {
    @Test
    void theCertificateIsForEveryNameOfThisMachine(@TempDir Path folder) throws IOException, CertificateException {
        Certificate certificate = new Certificate(folder, new Secrets(new DataDirectory(folder)));
        certificate.make();

        try (InputStream stream = Files.newInputStream(certificate.chain())) {
            X509Certificate made =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
            assertThat(made.getSubjectAlternativeNames())
                    .extracting(name -> String.valueOf(name.get(1)))
                    .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        }
        assertThat(certificate.key()).content().startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(certificate.trust()).isNotNull();
    }

    @Test
    void itIsMadeOnce(@TempDir Path folder) {
        Certificate certificate = new Certificate(folder, new Secrets(new DataDirectory(folder)));
        certificate.make();
        long made = certificate.chain().toFile().lastModified();
        certificate.make();

        assertThat(certificate.chain().toFile().lastModified()).isEqualTo(made);
    }
}
