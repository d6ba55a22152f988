package com.cdhdashboard.app.page.configuration.form;

import java.util.List;

/** What the data say of names that are written; the check of the text, which judges it, does not know them. */
public interface Hints {
    /** Of fields that a key names. */
    List<String> ofNames(FieldPath path, List<String> names);

    /** Of default values that a table holds by field. */
    List<String> ofDefaults(FieldPath path, List<String> names);
}
