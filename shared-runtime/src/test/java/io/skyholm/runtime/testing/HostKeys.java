package io.skyholm.runtime.testing;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostTopics;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The keys with which a host proves that a report is its own. */
public record HostKeys(KeyPair pair) {

    private static final String ALGORITHM = "Ed25519";

    public static HostKeys fresh() {
        try {
            return new HostKeys(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** As a host tells it when it joins. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** The report as somebody with these keys signs it. */
    public ProducerRecord<String, String> signed(HostReport report) {
        return signed(report.hostId(), EventJson.write(report));
    }

    /** Whatever that text is. */
    public ProducerRecord<String, String> signed(UUID host, String text) {
        ProducerRecord<String, String> record = new ProducerRecord<>(HostTopics.OBSERVED, host.toString(), text);
        record.headers().add(HostTopics.SIGNATURE, signature(text));
        return record;
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(signature.sign());
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
