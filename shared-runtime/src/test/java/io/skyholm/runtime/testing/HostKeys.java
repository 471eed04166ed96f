package io.skyholm.runtime.testing;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostSeal;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.JoinStatement;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The keys with which a host proves that a report is its own, and reads what is encrypted for it. */
public record HostKeys(KeyPair pair, KeyPair encryption) {

    private static final String ALGORITHM = "Ed25519";

    public static HostKeys fresh() {
        try {
            return new HostKeys(
                    KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair(),
                    KeyPairGenerator.getInstance(HostSeal.ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** As a host tells it when it joins. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** As it tells with which secrets are to be encrypted for it. */
    public String encryptionKey() {
        return Base64.getEncoder().encodeToString(encryption.getPublic().getEncoded());
    }

    /** Its signature over what it says when it joins, in Base64. */
    public String signature(JoinStatement statement) {
        return Base64.getEncoder().encodeToString(sign(statement.bytes()));
    }

    /** The machine as that host reads it. */
    public DesiredVm opened(UUID host, DesiredVm desired) {
        String secrets =
                HostSeal.open(encryption.getPrivate(), desired.place(host), String.valueOf(desired.sealedSecrets()));
        return desired.with(EventJson.read(secrets, DesiredVm.Secrets.class));
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
        return Base64.getEncoder().encode(sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
