package com.cdhdashboard.app.page.configuration.fields;

import com.cdhdashboard.app.page.configuration.form.FieldSource;
import com.cdhdashboard.core.sample.KnownFields;
import java.util.Optional;

/** The fields that a draft can name. */
@FunctionalInterface
public interface DraftFields {
    /** Empty where nothing was imported that tells. */
    Optional<KnownFields> of(FieldSource source);
}
