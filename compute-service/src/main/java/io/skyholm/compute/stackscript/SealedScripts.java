package io.skyholm.compute.stackscript;

import io.skyholm.events.EventJson;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Caller;
import io.skyholm.secrets.Envelope;
import io.skyholm.secrets.Sealed;
import io.skyholm.secrets.SealedPlace;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The script of an instance as it was when the instance was made, kept sealed: the values it was given may be secrets. */
@Singleton
public class SealedScripts {

    private static final Permission READ = new Permission(ResourceType.STACK_SCRIPT, Action.READ);

    private final StackScripts scripts;
    private final Envelope envelope;

    SealedScripts(StackScripts scripts, Envelope envelope) {
        this.scripts = scripts;
        this.envelope = envelope;
    }

    /**
     * The script with its values, if one is asked for; it is refused where it could not be sealed, and to who may not read scripts: it
     * can be read on the machine that it runs on.
     */
    public Uni<Optional<RenderedScript>> of(
            Caller caller, @Nullable UUID script, @Nullable Map<String, String> values) {
        if (script == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (!caller.may(READ)) {
            throw StackScriptProblems.noSuchScript();
        }
        return scripts.render(caller.scope(), script, values == null ? Map.of() : values)
                .invoke(envelope::requireKey)
                .map(Optional::of);
    }

    /** A script as an instance's row keeps it. */
    public String seal(RenderedScript script, SealedPlace place) {
        return EventJson.write(envelope.seal(EventJson.write(script), place));
    }

    /** What was sealed, if anything was. */
    public Optional<RenderedScript> open(@Nullable String sealed, SealedPlace place) {
        return Optional.ofNullable(sealed)
                .map(text -> envelope.open(EventJson.read(text, Sealed.class), place))
                .map(text -> EventJson.read(text, RenderedScript.class));
    }
}
