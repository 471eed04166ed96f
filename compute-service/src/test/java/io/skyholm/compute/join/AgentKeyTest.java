package io.skyholm.compute.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken as an agent's key. */
class AgentKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqow", "no key", ""})
    void whatIsNoKeyIsRefusedByName(String text) {
        assertThatThrownBy(() -> AgentKey.read(text))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("publicKey ");
    }

    @Test
    void keyIsKeptInOneForm() throws GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        String text = Base64.getEncoder().encodeToString(key);
        assertThat(AgentKey.read(text).text()).isEqualTo(text);
    }
}
