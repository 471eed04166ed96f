package io.skyholm.compute.instanceset;

import io.skyholm.compute.size.RequestedSize;
import io.skyholm.compute.template.ConfigSnapshot;
import io.skyholm.compute.template.Member;
import io.skyholm.compute.template.TemplateSize;
import io.skyholm.compute.templateversion.TemplateCatalogue;
import io.skyholm.events.compute.TemplateType;
import io.skyholm.runtime.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds what a set template makes. */
@Singleton
class SetTemplates {

    private final TemplateCatalogue templates;

    SetTemplates(TemplateCatalogue templates) {
        this.templates = templates;
    }

    Uni<List<SetPart>> parts(Caller caller, LaunchSet command) {
        return templates
                .of(caller, command.templateId(), command.templateVersion())
                .map(SetTemplates::parts);
    }

    static List<SetPart> parts(ConfigSnapshot template) {
        if (template.templateType() != TemplateType.INSTANCE_SET || template.members() == null) {
            throw InstanceSetProblems.noSuchTemplate();
        }
        return template.members().stream()
                .map(member -> new SetPart(
                        member.role(), member.count(), requested(member), template.baseImageId(), template.userData()))
                .toList();
    }

    private static RequestedSize requested(Member member) {
        TemplateSize size = member.size();
        return size == null
                ? new RequestedSize(null, member.templateId(), member.templateVersion(), null, null, null, null)
                : new RequestedSize(
                        null, null, null, size.cpuCores(), size.memoryGb(), size.storageGb(), size.gpuCount());
    }
}
