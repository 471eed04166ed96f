package io.skyholm.billing.wallet;

import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** To whom invoices are made out from now on; what is left out is none. */
public record ChangeBillingDetails(
        @Name @Nullable String name,

        @Size(max = 500) @Pattern(
                regexp = "[^\\x00-\\x09\\x0b-\\x1f\\x7f]*",
                message = "must be lines of text, with line feeds between them")
        @Nullable String address,

        @Pattern(regexp = "[A-Z]{2}", message = "must be a country's two letters, such as DE") @Nullable String country,

        @Name @Size(max = 50) @Nullable String taxId,

        @Email @Size(max = 254) @Nullable String email) {}
