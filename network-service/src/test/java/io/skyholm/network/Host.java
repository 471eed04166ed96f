package io.skyholm.network;

import io.skyholm.events.EventJson;
import io.skyholm.events.compute.MachineEvents;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.HostTopics;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.PortTraffic;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.Sql;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A host with a key of its own, played by a test. */
public record Host(UUID id, UUID dataCenter, KeyPair keys) {

    /** One that the service has learnt of. */
    public static Host in(UUID dataCenter) {
        Host host = new Host(UUID.randomUUID(), dataCenter, newKeys());
        host.told(1, null);
        return host;
    }

    /** It is certain from now on that nothing runs on it. */
    public void fenced() {
        told(2, Instant.now());
    }

    private void told(long generation, @Nullable Instant fencedAt) {
        Broker.tell(MachineEvents.CHANGED, fact(generation, fencedAt));
        Eventually.holds(
                "the machine is known",
                () -> Sql.asSuperuser("network")
                                .number(
                                        "select count(*) from known_machine where id = ? and generation >= ?",
                                        id,
                                        generation)
                        == 1);
    }

    private MachineFact fact(long generation, @Nullable Instant fencedAt) {
        return new MachineFact(
                id,
                generation,
                dataCenter,
                UUID.randomUUID(),
                "host-" + id,
                "host",
                MachineStatus.ACTIVE,
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                fencedAt,
                Instant.now(),
                Instant.now(),
                null,
                null,
                null);
    }

    /** Reports what it has made of a wish for a port. */
    public void saw(UUID port, long generation, ThingState state) {
        report(new Observed(id, Instant.now(), List.of(observation(port, generation, state))), keys);
    }

    /** Reports what a port had carried at that time. */
    public void counted(UUID port, PortTraffic traffic, Instant at) {
        Observation seen = new Observation(ThingKind.PORT, port, 1, ThingState.RUNNING, true, 0, 0, null, at, traffic);
        report(new Inventory(id, at, 1, 1, List.of(seen)), keys);
    }

    /** Somebody else reports that for it. */
    public void sawByImpostor(UUID port, long generation, ThingState state) {
        report(new Observed(id, Instant.now(), List.of(observation(port, generation, state))), newKeys());
    }

    private static Observation observation(UUID port, long generation, ThingState state) {
        return new Observation(ThingKind.PORT, port, generation, state, true, 0, 0, null, Instant.now());
    }

    private void report(HostReport report, KeyPair signer) {
        String text = EventJson.write(report);
        ProducerRecord<String, String> record = new ProducerRecord<>(HostTopics.OBSERVED, id.toString(), text);
        record.headers().add(HostTopics.SIGNATURE, signature(text, signer));
        Broker.tell(record);
    }

    private static byte[] signature(String text, KeyPair signer) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(signer.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
