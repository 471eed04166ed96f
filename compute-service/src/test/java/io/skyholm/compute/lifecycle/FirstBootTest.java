package io.skyholm.compute.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What cloud-init gets. */
class FirstBootTest {

    private static final String SCRIPT = "#!/bin/sh\ntrue\n";

    @Test
    void scriptAloneIsJustThat() {
        assertThat(FirstBoot.of("", SCRIPT)).isEqualTo(SCRIPT);
    }

    @Test
    void scriptComesBesideTheUserData() {
        assertThat(FirstBoot.of("#cloud-config\n", SCRIPT))
                .startsWith("Content-Type: multipart/mixed")
                .contains("text/cloud-config", "text/x-shellscript", "#!/bin/sh\ntrue")
                .endsWith("--skyholm-first-boot--\n");
    }

    /** Cloud-init goes by the type alone: a script that is taken for cloud-config does not run. */
    @Test
    void userDataThatIsAScriptIsOne() {
        assertThat(FirstBoot.of("#!/bin/bash\nid\n", SCRIPT))
                .containsSubsequence("text/x-shellscript", "#!/bin/bash\nid", "text/x-shellscript", "#!/bin/sh\ntrue")
                .doesNotContain("text/cloud-config");
    }
}
