package io.skyholm.audit.entry;

import io.skyholm.audit.digest.ChainHeads;
import jakarta.inject.Singleton;

/** The ends of chains, as recording has moved them. */
@Singleton
class RecordedHeads implements ChainHeads {

    @Override
    public String select() {
        return "select chain_id, tenant_id, sequence, hash from audit_chain";
    }
}
