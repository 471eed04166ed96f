package io.skyholm.identity.sshkey;

import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A public key of a user, which stays as it is until it goes. */
@Entity
class SshKey implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    UUID userId;
    String name;
    String publicKey;
    String keyType;
    String fingerprint;

    @Nullable String comment;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected SshKey() {}

    SshKey(Owner owner, String name, PublicKey key, Revision revision) {
        this.id = Ids.next();
        this.tenantId = owner.tenantId();
        this.userId = owner.userId();
        this.name = name;
        this.publicKey = key.line();
        this.keyType = key.type();
        this.fingerprint = key.fingerprint();
        this.comment = key.comment();
        this.revision = revision;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
