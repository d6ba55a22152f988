package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was read of the last texts: each change is made of the text that the change before led to. */
final class CheckedTexts {
    private static final String NAME = "configuration";
    private static final int MOST = 16;

    private final Map<String, Checked> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Checked> eldest) {
            return size() > MOST;
        }
    };

    /** A text, and what the check says of it. */
    record Checked(TomlText text, LoadedConfiguration loaded) {}

    Checked of(String text) {
        synchronized (last) {
            Checked known = last.get(text);
            if (known != null) {
                return known;
            }
        }
        return check(TomlText.of(text));
    }

    /** Of a text that an edit gave, which is read already. */
    void edited(TomlText text) {
        check(text);
    }

    private Checked check(TomlText text) {
        Checked checked = new Checked(text, ConfigurationCheck.check(ConfigurationReader.read(text, NAME)));
        synchronized (last) {
            last.put(text.text(), checked);
        }
        return checked;
    }
}
