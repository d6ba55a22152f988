package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.core.cache.RecentlyUsed;
import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;

/** What was read of the last texts: each change is made of the text that the change before led to. */
final class CheckedTexts {
    private static final String NAME = "configuration";
    private static final int MOST = 16;

    private final RecentlyUsed<String, Checked> last = new RecentlyUsed<>(MOST, one -> 1);

    /** A text, and what the check says of it. */
    record Checked(TomlText text, LoadedConfiguration loaded) {}

    Checked of(String text) {
        return last.answer(text, () -> check(TomlText.of(text)));
    }

    /** Of a text that an edit gave, which is read already. */
    void edited(TomlText text) {
        last.hold(text.text(), check(text));
    }

    private static Checked check(TomlText text) {
        return new Checked(text, ConfigurationCheck.check(ConfigurationReader.read(text, NAME)));
    }
}
