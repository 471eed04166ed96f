package io.skyholm.mail;

import io.skyholm.runtime.quota.QuotaPolicy;
import jakarta.inject.Singleton;
import java.util.Map;

/** Mail is limited by the day, not by how much of it there is. */
@Singleton
class MailQuotas implements QuotaPolicy {

    @Override
    public Map<String, String> unlimited() {
        return Map.of("mail", "so many for a tenant and a recipient in a day; goes after 30 days");
    }
}
