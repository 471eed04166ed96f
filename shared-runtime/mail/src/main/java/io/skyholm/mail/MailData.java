package io.skyholm.mail;

import static io.skyholm.deletion.DeletionStage.TRACES;

import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.DataPolicy;
import io.skyholm.deletion.Rows;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What becomes of mail. */
@Singleton
class MailData implements DataPolicy {

    @Override
    public List<DataHolder> deleted() {
        return List.of(Rows.ofTenant(TRACES, "mails", "mail"));
    }

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return switch (owner) {
            case TENANT -> Map.of();
            case USER -> Map.of("mail", "to whom it went, without its text, goes by itself after 30 days");
        };
    }
}
