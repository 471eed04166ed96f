package io.skyholm.compute.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.skyholm.compute.template.ConfigSnapshot;
import io.skyholm.events.EventJson;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a size that somebody asks for becomes one, and what is refused before anything is looked up. */
class RequestedSizeTest {

    private static final UUID PLAN = UUID.randomUUID();
    private static final UUID TEMPLATE = UUID.randomUUID();

    @Test
    void sizeIsSaidOutright() {
        assertThat(outright(2, 4, 10, null).explicit()).isEqualTo(new Size(2, 4, 10, 0));
        assertThat(outright(2, 4, 10, 1).explicit()).isEqualTo(new Size(2, 4, 10, 1));
    }

    @Test
    void everythingButGpusIsNeededWhereNothingElseSaysIt() {
        Refused.forField("cpuCores", () -> outright(null, 4, 10, 0).explicit());
        Refused.forField("memoryGb", () -> outright(2, null, 10, 0).explicit());
        Refused.forField("storageGb", () -> outright(2, 4, null, 0).explicit());
    }

    @Test
    void templateSaysWhatIsNotSaidOutright() {
        assertThat(outright(null, 8, null, null).orOf(template())).isEqualTo(new Size(1, 8, 20, 1));
        assertThat(outright(null, null, null, null).orOf(template())).isEqualTo(new Size(1, 2, 20, 1));
        assertThat(outright(4, 8, 40, 0).orOf(template())).isEqualTo(new Size(4, 8, 40, 0));
    }

    @Test
    void planSaysAllOfItOrNothing() {
        assertThatCode(() -> new RequestedSize(PLAN, null, null, null, null, null, null).requirePlanAlone())
                .doesNotThrowAnyException();
        Refused.forField("planId", () -> new RequestedSize(PLAN, null, null, 4, null, null, null).requirePlanAlone());
        Refused.forField("planId", () -> new RequestedSize(PLAN, null, null, null, null, null, 1).requirePlanAlone());
    }

    @Test
    void versionIsOneOfATemplate() {
        assertThatCode(() -> new RequestedSize(null, TEMPLATE, "v1", null, null, null, null).requireTemplateOfVersion())
                .doesNotThrowAnyException();
        assertThatCode(() -> outright(2, 4, 10, 0).requireTemplateOfVersion()).doesNotThrowAnyException();
        Refused.forField(
                "templateVersion", () -> new RequestedSize(null, null, "v1", 2, 4, 10, 0).requireTemplateOfVersion());
    }

    private static ConfigSnapshot template() {
        return EventJson.read("""
                {"templateType": "INSTANCE", "cpuCores": 1, "memoryGb": 2, "storageGb": 20, "gpuCount": 1}""", ConfigSnapshot.class);
    }

    private static RequestedSize outright(
            @Nullable Integer cpuCores,
            @Nullable Integer memoryGb,
            @Nullable Integer storageGb,
            @Nullable Integer gpuCount) {
        return new RequestedSize(null, null, null, cpuCores, memoryGb, storageGb, gpuCount);
    }
}
