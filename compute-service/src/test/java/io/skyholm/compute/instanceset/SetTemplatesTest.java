package io.skyholm.compute.instanceset;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.instance.InstanceSpec;
import io.skyholm.compute.size.RequestedSize;
import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.compute.size.Size;
import io.skyholm.compute.template.ConfigSnapshot;
import io.skyholm.events.EventJson;
import io.skyholm.runtime.testing.fixtures.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a set template makes: instances of a size of their own, or of another template. */
class SetTemplatesTest {

    private static final UUID IMAGE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final String MEMBERS = """
            [{"role": "web", "count": 2, "size": {"cpuCores": 2, "memoryGb": 4, "storageGb": 10, "gpuCount": 1}},
             {"role": "database", "count": 1, "templateId": "%s", "templateVersion": "v2"}]""".formatted(OTHER);

    @Test
    void memberOfASizeOfItsOwnHasThatSize() {
        SetPart web = parts().getFirst();
        assertThat(web.role()).isEqualTo("web");
        assertThat(web.count()).isEqualTo(2);
        assertThat(web.requested()).isEqualTo(new RequestedSize(null, null, null, 2, 4, 10, 1));
    }

    @Test
    void memberOfAnotherTemplateIsWhatThatIsInItsVersion() {
        assertThat(parts().getLast().requested())
                .isEqualTo(new RequestedSize(null, OTHER, "v2", null, null, null, null));
    }

    @Test
    void templateOfASingleInstanceMakesNoSet() {
        Refused.forField("templateId", () -> SetTemplates.parts(snapshot("INSTANCE", MEMBERS)));
    }

    @Test
    void templateThatNamesNoMembersMakesNoSet() {
        Refused.forField("templateId", () -> SetTemplates.parts(snapshot("INSTANCE_SET", "null")));
    }

    @Test
    void whatTheMembersTemplateDoesNotSayTheSetsTemplateDoes() {
        SetPart part = parts().getFirst();
        ResolvedLaunch chosen = part.withTemplate(resolved(null, null));
        assertThat(chosen.image()).isEqualTo(IMAGE.toString());
        assertThat(chosen.userData()).isEqualTo("#cloud-config");
        assertThat(chosen.size()).isEqualTo(new Size(2, 4, 10, 1));
    }

    @Test
    void whatTheMembersTemplateSaysGoesBeforeTheSets() {
        ResolvedLaunch own = resolved("debian-13", "#own");
        assertThat(parts().getFirst().withTemplate(own)).isEqualTo(own);
    }

    @Test
    void membersAreNumberedAndPlacedAsTheLaunchSays() {
        UUID set = UUID.randomUUID();
        UUID somebody = UUID.randomUUID();
        LaunchSet launch = new LaunchSet(UUID.randomUUID(), null, null, UUID.randomUUID(), "eu-west", 30);
        InstanceSpec second = parts().getFirst()
                .instance(
                        set,
                        launch,
                        resolved(null, null),
                        2,
                        new InstanceSpec.Owner(somebody, somebody, somebody, null));
        assertThat(second.name()).isEqualTo("web-2");
        assertThat(second.options().waitSeconds()).isEqualTo(30);
        assertThat(second.placement().demand(second.chosen().size()))
                .satisfies(demand -> assertThat(demand.setId()).isEqualTo(set))
                .satisfies(demand -> assertThat(demand.poolId()).isEqualTo(launch.resourcePoolId()))
                .satisfies(demand -> assertThat(demand.region()).isEqualTo("eu-west"));
    }

    private static ResolvedLaunch resolved(@Nullable String image, @Nullable String userData) {
        return new ResolvedLaunch(new Size(2, 4, 10, 1), null, null, null, image, null, userData);
    }

    private static List<SetPart> parts() {
        return SetTemplates.parts(snapshot("INSTANCE_SET", MEMBERS));
    }

    private static ConfigSnapshot snapshot(String type, String members) {
        return EventJson.read("""
                {"templateType": "%s", "baseImageId": "%s", "cpuCores": 1, "memoryGb": 1, "storageGb": 1, "gpuCount": 0,
                 "userData": "#cloud-config", "members": %s}""".formatted(type, IMAGE, members), ConfigSnapshot.class);
    }
}
