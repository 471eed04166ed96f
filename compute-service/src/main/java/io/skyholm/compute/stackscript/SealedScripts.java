package io.skyholm.compute.stackscript;

import io.skyholm.events.EventJson;
import io.skyholm.runtime.access.Caller;
import io.skyholm.secrets.Envelope;
import io.skyholm.secrets.Sealed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The script of an instance as it was when the instance was made, kept sealed: the values it was given may be secrets. */
@Singleton
public class SealedScripts {

    private final StackScripts scripts;
    private final Envelope envelope;

    SealedScripts(StackScripts scripts, Envelope envelope) {
        this.scripts = scripts;
        this.envelope = envelope;
    }

    /** The script with its values, sealed; empty if none is asked for. */
    public Uni<Optional<String>> of(Caller caller, @Nullable UUID script, @Nullable Map<String, String> values) {
        return script == null
                ? Uni.createFrom().item(Optional.empty())
                : scripts.render(caller.scope(), script, values == null ? Map.of() : values)
                        .map(rendered -> Optional.of(seal(rendered)));
    }

    /** What was sealed, if anything was. */
    public Optional<RenderedScript> open(@Nullable String sealed) {
        return Optional.ofNullable(sealed)
                .map(text -> envelope.open(EventJson.read(text, Sealed.class)))
                .map(text -> EventJson.read(text, RenderedScript.class));
    }

    private String seal(RenderedScript script) {
        envelope.requireKey();
        return EventJson.write(envelope.seal(EventJson.write(script)));
    }
}
