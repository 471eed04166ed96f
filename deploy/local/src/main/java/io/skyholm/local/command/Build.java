package io.skyholm.local.command;

import io.skyholm.local.Progress;
import io.skyholm.local.artifact.Module;
import io.skyholm.local.artifact.Modules;
import io.skyholm.local.home.Site;
import io.skyholm.local.part.Catalogue;
import java.util.Collection;
import java.util.List;

/** Builds the services and the gateway whose sources changed. */
record Build(Site site, Progress progress) {

    /** Builds what changed among these parts, and returns the names of those that were built. */
    List<String> changedOf(Collection<String> names) {
        List<Module> wanted = Catalogue.modules(site.checkout()).stream()
                .filter(module -> names.contains(module.part()))
                .toList();
        return new Modules(site)
                .build(wanted, progress).stream().map(Module::part).toList();
    }
}
