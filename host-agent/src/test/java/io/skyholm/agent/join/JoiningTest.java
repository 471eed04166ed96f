package io.skyholm.agent.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.EncryptionKeyStatement;
import io.skyholm.events.host.JoinStatement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoiningTest {

    private static final UUID MACHINE = UUID.randomUUID();

    private final List<JoinRequest> asked = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final HttpServer platform;
    private volatile int status = 200;

    /** An older platform says nothing of it. */
    private volatile boolean isSignatureKept = true;

    JoiningTest(@TempDir Path temporary) throws IOException {
        this.folder = temporary.resolve("host");
        this.platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/v1/host-joins", this::answer);
        platform.start();
    }

    @AfterEach
    void end() {
        platform.stop(0);
    }

    @Test
    void aHostJoinsOnceAndKeepsWhatItWasTold() {
        assertThat(join()).isEqualTo(told());
        assertThat(join()).isEqualTo(told());
        assertThat(asked).hasSize(1);
    }

    @Test
    void aHostThatDiedBeforeItKeptTheAnswerAsksAgainWithTheSameKey() throws IOException {
        join();
        Files.delete(folder.resolve("membership.json"));
        join();
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).publicKey()).isEqualTo(asked.get(0).publicKey());
    }

    @Test
    void aHostProvesThatItHasTheKeyThatItNames() throws Exception {
        join();
        JoinRequest request = asked.getFirst();
        Signature check = Signature.getInstance("Ed25519");
        byte[] key = Base64.getDecoder().decode(request.publicKey());
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        check.update(new JoinStatement(
                        request.token(),
                        request.publicKey(),
                        request.encryptionKey(),
                        Objects.requireNonNull(request.signedAt()))
                .bytes());
        assertThat(check.verify(Base64.getDecoder().decode(String.valueOf(request.signature()))))
                .isTrue();
    }

    @Test
    void aHostThatHasAnotherEncryptionKeyTellsItByJoiningAgain() {
        join();
        AgentKeys keys = AgentKeys.keptIn(folder.resolve("agent.key"));
        joining(keys).membership(request(keys, "another key"));
        assertThat(asked).extracting(JoinRequest::encryptionKey).containsExactly("encryption key", "another key");
    }

    @Test
    void aPlatformThatIsAwayDoesNotKeepAHostWithAnotherKeyFromWorking() {
        join();
        status = 503;
        AgentKeys keys = AgentKeys.keptIn(folder.resolve("agent.key"));
        assertThat(joining(keys).membership(request(keys, "another key"))).isEqualTo(told());
    }

    @Test
    void anIdentityThatOthersMayHavePutThereIsRefused() throws IOException {
        join();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(this::join).rootCause().hasMessageContaining("others may write there");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(join()).isEqualTo(told());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .as("what others could read is closed")
                .isEqualTo("rwx------");
        Files.setPosixFilePermissions(folder.resolveSibling(""), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(this::join).rootCause().hasMessageContaining("is shared");
    }

    @Test
    void whatIsSecretIsItsOwnersAlone() throws IOException {
        join();
        for (String file : List.of("agent.key", "membership.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aRefusalIsSaidAndNothingIsKept() {
        status = 403;
        assertThatThrownBy(this::join).isInstanceOf(JoinProblem.class).hasMessageContaining("403 JOIN_REFUSED");
        status = 200;
        assertThat(join()).isEqualTo(told());
    }

    @Test
    void aPlatformThatIsAwayIsSaid() {
        platform.stop(0);
        assertThatThrownBy(this::join).isInstanceOf(JoinProblem.class).hasMessageContaining("does not answer");
    }

    @Test
    void secretsAreNotInTexts() {
        assertThat(membership(null).toString()).doesNotContain("secret");
        assertThat(request(AgentKeys.keptIn(folder.resolve("agent.key"))).toString())
                .doesNotContain("shj_");
    }

    @Test
    void tokensOfLocalHostsAreDerived() {
        assertThat(JoinToken.ofLocalHost("secret", 1))
                .isEqualTo(JoinToken.ofLocalHost("secret", 1))
                .matches("shj_[0-9a-f]{64}")
                .isNotEqualTo(JoinToken.ofLocalHost("secret", 2))
                .isNotEqualTo(JoinToken.ofLocalHost("another", 1));
    }

    @Test
    void aHostSignsTheKeyThatIsEncryptedWithForWhomeverItIsPassedOnTo() throws Exception {
        join();
        JoinRequest request = asked.getFirst();
        Signature check = Signature.getInstance("Ed25519");
        byte[] key = Base64.getDecoder().decode(request.publicKey());
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        check.update(new EncryptionKeyStatement(request.publicKey(), "encryption key").bytes());
        assertThat(check.verify(Base64.getDecoder().decode(String.valueOf(request.encryptionKeySignature()))))
                .isTrue();
    }

    @Test
    void aHostWhoseSignatureThePlatformHasNotKeptJoinsAnew() {
        isSignatureKept = false;
        join();
        isSignatureKept = true;
        join();
        join();
        assertThat(asked).hasSize(2);
    }

    private Membership join() {
        AgentKeys keys = AgentKeys.keptIn(folder.resolve("agent.key"));
        return joining(keys).membership(request(keys));
    }

    private Joining joining(AgentKeys keys) {
        URI address = URI.create("http://127.0.0.1:" + platform.getAddress().getPort());
        return new Joining(JoinClient.at(address, Optional.empty()), keys, folder, Clock.systemUTC());
    }

    private static JoinRequest request(AgentKeys keys) {
        return request(keys, "encryption key");
    }

    private static JoinRequest request(AgentKeys keys, String encryptionKey) {
        return new JoinRequest(
                "shj_token",
                "host-1",
                keys.publicKey(),
                "KVM",
                8,
                32,
                500,
                0,
                null,
                "10.254.0.2",
                "0",
                encryptionKey,
                null,
                null,
                null);
    }

    private Membership told() {
        AgentKeys keys = AgentKeys.keptIn(folder.resolve("agent.key"));
        return membership(request(keys).encryptionKeySignature(keys));
    }

    private static Membership membership(@Nullable String signature) {
        return new Membership(
                MACHINE,
                new Membership.KafkaAccount("127.0.0.1:9092", "SASL_PLAINTEXT", "host-1", "secret"),
                "host.desired.1",
                "host.observed",
                10,
                60,
                "encryption key",
                signature);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JoinRequest request = EventJson.read(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), JoinRequest.class);
        asked.add(request);
        String text = status == 200
                ? EventJson.write(membership(isSignatureKept ? request.encryptionKeySignature() : null))
                : "{\"code\":\"JOIN_REFUSED\"}";
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
