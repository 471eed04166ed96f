package io.skyholm.agent.testing;

import io.skyholm.events.host.HostTopics;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Looks whose a report is, as the platform does. */
public final class Signed {

    private Signed() {}

    public static boolean isBy(String publicKey, ConsumerRecord<String, String> report)
            throws GeneralSecurityException {
        Signature check = Signature.getInstance("Ed25519");
        byte[] key = Base64.getDecoder().decode(publicKey);
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        check.update(report.value().getBytes(StandardCharsets.UTF_8));
        byte[] signature = report.headers().lastHeader(HostTopics.SIGNATURE).value();
        return check.verify(Base64.getDecoder().decode(signature));
    }
}
