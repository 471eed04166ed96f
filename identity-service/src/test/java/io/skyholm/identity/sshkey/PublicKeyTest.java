package io.skyholm.identity.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Public keys are taken as OpenSSH takes them. */
class PublicKeyTest {

    /** A key whose fingerprint ssh-keygen -l shows. */
    private static final String KNOWN =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

    @Test
    void fingerprintIsTheOneThatSshKeygenShows() {
        assertThat(PublicKey.parse(KNOWN).fingerprint())
                .isEqualTo("SHA256:ZkAslGjFiUHdGf/WUL8rQvkib4PTvQatUV0OUQSncCA");
    }

    @Test
    void commentIsKeptApartFromTheKey() {
        PublicKey key = PublicKey.parse("  " + KNOWN + " ada at home\n");
        assertThat(key.line()).isEqualTo(KNOWN);
        assertThat(key.comment()).isEqualTo("ada at home");
        assertThat(PublicKey.parse(KNOWN).comment()).isNull();
    }

    @ParameterizedTest
    @MethodSource("sound")
    void soundKeyIsTaken(String line) {
        assertThat(PublicKey.parse(line).line()).isEqualTo(line);
    }

    static Stream<String> sound() {
        byte[] application = SshKeyMaker.ascii("ssh:");
        return Stream.of(
                SshKeyMaker.ed25519(),
                SshKeyMaker.rsa(2048),
                SshKeyMaker.rsa(4096),
                SshKeyMaker.ecdsa("nistp256", 32),
                SshKeyMaker.ecdsa("nistp384", 48),
                SshKeyMaker.ecdsa("nistp521", 66),
                SshKeyMaker.line("sk-ssh-ed25519@openssh.com", SshKeyMaker.random(32), application),
                SshKeyMaker.line(
                        "sk-ecdsa-sha2-nistp256@openssh.com",
                        SshKeyMaker.ascii("nistp256"),
                        SshKeyMaker.point(32),
                        application));
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void unsoundKeyIsRefusedByItsField(Map.Entry<String, String> bad) {
        assertThatThrownBy(() -> PublicKey.parse(bad.getValue()))
                .hasMessageStartingWith("publicKey ")
                .hasMessageContaining(bad.getKey());
    }

    static Stream<Map.Entry<String, String>> unsound() {
        return Stream.of(
                Map.entry("private key", "-----BEGIN OPENSSH PRIVATE KEY-----"),
                Map.entry("must be one line", "hello"),
                Map.entry("must be one line", "command=\"rm\" " + KNOWN),
                Map.entry("must be one line", KNOWN + " one\n" + KNOWN),
                Map.entry("base 64", "ssh-ed25519 AAAAA"),
                Map.entry("cut off", "ssh-ed25519 AAAA"),
                Map.entry("cut off", KNOWN.substring(0, KNOWN.length() - 4)),
                Map.entry("another", KNOWN.replace("ssh-ed25519 ", "ssh-rsa ")),
                Map.entry("more than a key", SshKeyMaker.line("ssh-ed25519", new byte[32], new byte[1])),
                Map.entry("no sound key", SshKeyMaker.line("ssh-ed25519", new byte[31])),
                Map.entry("no sound key", SshKeyMaker.ecdsa("nistp256", 48)),
                Map.entry("no sound key", SshKeyMaker.line("ecdsa-sha2-nistp256", SshKeyMaker.ascii("nistp384"))),
                Map.entry("weak", SshKeyMaker.rsa(1024)),
                Map.entry("not taken", SshKeyMaker.line("ssh-dss", new byte[20])));
    }
}
