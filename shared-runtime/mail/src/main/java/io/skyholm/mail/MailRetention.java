package io.skyholm.mail;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** How long mail is remembered. */
@Singleton
class MailRetention implements RetentionPolicy {

    @Override
    public List<Retention> expiring() {
        return List.of(
                // Its body is blank by then, but whom it went to is personal.
                Retention.of("mail", "created_at", ofDays(30)).when("state <> 'QUEUED'"),
                Retention.of("mail_wish", "hour", ofHours(26)));
    }

    @Override
    public Map<String, String> exempt() {
        return Map.of();
    }
}
