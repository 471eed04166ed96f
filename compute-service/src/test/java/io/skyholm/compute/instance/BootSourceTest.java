package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.compute.size.Size;
import io.skyholm.runtime.http.RequestBody;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an instance boots from, at first and when its disk is made anew. */
class BootSourceTest {

    private static final UUID TEMPLATE = UUID.randomUUID();
    private static final ResolvedLaunch CHOSEN =
            new ResolvedLaunch(new Size(2, 4, 10, 0), null, TEMPLATE, "v1.0.0", "debian-12", null, "#template");

    @Test
    void whatTheCallerDoesNotSayTheTemplateDoes() {
        BootSource boot = created("{\"name\": \"web\"}");
        assertThat(boot.image()).isEqualTo("debian-12");
        assertThat(boot.userData()).isEqualTo("#template");
        assertThat(boot.templateId()).isEqualTo(TEMPLATE);
        assertThat(boot.sshKeys()).isEmpty();
    }

    @Test
    void whatTheCallerSaysGoesBeforeTheTemplate() {
        BootSource boot = created(
                "{\"name\": \"web\", \"image\": \"debian-13\", \"userData\": \"#own\", \"sshKeys\": [\"ssh-ed25519 A\"]}");
        assertThat(boot.image()).isEqualTo("debian-13");
        assertThat(boot.userData()).isEqualTo("#own");
        assertThat(boot.templateId()).isEqualTo(TEMPLATE);
        assertThat(boot.sshKeys()).containsExactly("ssh-ed25519 A");
    }

    @Test
    void anotherImageLeavesTheRestAsItIs() {
        BootSource boot = created("{\"name\": \"web\"}");
        boot.rebuild(new RebuildInstance("debian-13", null, null, null, null));
        assertThat(boot.image()).isEqualTo("debian-13");
        assertThat(boot.userData()).isEqualTo("#template");
        assertThat(boot.templateVersion).isEqualTo("v1.0.0");
    }

    @Test
    void diskIsMadeAnewFromTheSameImageWhereNoneIsNamed() {
        BootSource boot = created("{\"name\": \"web\"}");
        boot.rebuild(new RebuildInstance(null, null, "#other", null, null));
        assertThat(boot.image()).isEqualTo("debian-12");
        assertThat(boot.userData()).isEqualTo("#other");
        assertThat(boot.templateId()).isEqualTo(TEMPLATE);
    }

    /** Or else the user data of the template before would run on the image of the new one. */
    @Test
    void templateThatIsAskedSaysAllOfIt() {
        UUID other = UUID.randomUUID();
        BootSource boot = created("{\"name\": \"web\"}");
        boot.rebuild(new RebuildInstance("debian-13", null, null, other, null));
        assertThat(boot.templateId()).isEqualTo(other);
        assertThat(boot.templateVersion).isNull();
        assertThat(boot.image()).isEqualTo("debian-13");
        assertThat(boot.userData()).isEmpty();
    }

    @Test
    void valuesOfAScriptAreNotKeptLongerThanNeeded() {
        BootSource boot = created("{\"name\": \"web\"}");
        assertThat(boot.sealedScript()).isEqualTo("sealed");
        boot.forgetScript();
        assertThat(boot.sealedScript()).isNull();
    }

    private static BootSource created(String body) {
        return new BootSource(
                RequestBody.read(body, CreateInstance.class), CHOSEN, new BootSource.Named("sealed", List.of()));
    }
}
