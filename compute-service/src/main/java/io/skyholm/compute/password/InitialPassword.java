package io.skyholm.compute.password;

import io.skyholm.secrets.Sealed;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The password that an instance next boots with, sealed until it has been shown. */
@Embeddable
public class InitialPassword {

    private @Nullable String passwordSealed;
    private @Nullable String passwordKeyId;
    private @Nullable String passwordHash;
    private @Nullable Instant passwordShownAt;

    protected InitialPassword() {}

    public InitialPassword(Sealed sealed, String hash) {
        passwordSealed = sealed.text();
        passwordKeyId = sealed.keyId();
        passwordHash = hash;
    }

    /** What the host is told of it. */
    public @Nullable String hash() {
        return passwordHash;
    }

    /** Whether somebody has seen it. */
    public boolean isShown() {
        return passwordShownAt != null;
    }

    /** What is sealed, as long as nobody has seen it. */
    public Optional<Sealed> sealed() {
        return Optional.ofNullable(passwordSealed).map(text -> new Sealed(Objects.requireNonNull(passwordKeyId), text));
    }

    /** Somebody has seen it: it is not kept any longer. */
    public void shown(Instant now) {
        forget();
        passwordShownAt = now;
    }

    /** It is needed no longer. */
    public void forget() {
        passwordSealed = null;
    }
}
