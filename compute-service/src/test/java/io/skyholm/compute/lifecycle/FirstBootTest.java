package io.skyholm.compute.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What cloud-init gets. */
class FirstBootTest {

    @Test
    void scriptComesBesideTheUserData() {
        assertThat(FirstBoot.of("", "#!/bin/sh\ntrue\n")).isEqualTo("#!/bin/sh\ntrue\n");
        assertThat(FirstBoot.of("#cloud-config\n", "#!/bin/sh\ntrue\n"))
                .startsWith("Content-Type: multipart/mixed")
                .contains("text/cloud-config", "text/x-shellscript", "#!/bin/sh\ntrue");
    }
}
