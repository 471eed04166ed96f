package io.skyholm.runtime.sample;

import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Notes stay. */
@Singleton
class NoteRetention implements RetentionPolicy {

    @Override
    public List<Retention> expiring() {
        return List.of();
    }

    @Override
    public Map<String, String> exempt() {
        return Map.of("note", "a note stays until its tenant deletes it", "note_tally", "one row for each name");
    }
}
