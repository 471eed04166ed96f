package io.skyholm.billing.statement;

import io.skyholm.billing.ledger.Account;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the postings on an account come to. */
@Schema(name = "AccountBalance")
public record AccountBalance(Account account, String balance) {}
