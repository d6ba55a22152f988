package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.UserException;
import java.util.List;
import java.util.Optional;

/** One step of the page: a part of the configuration, with a form of its own. */
public interface Step {
    /** As it stands in the address. */
    String key();

    String title();

    /** The tables of the configuration that this step edits, from the top. */
    List<String> tables();

    /** Whether the step needs text that can be read as TOML. */
    default boolean needsToml() {
        return true;
    }

    /**
     * What is shown below the state of the configuration.
     *
     * @param item which of several, such as a metric; empty for the step itself
     */
    Body body(Editing editing, String item);

    /** Which of several a key belongs to, so that a problem can lead there; empty where the step has only one form. */
    default String itemOf(List<String> path) {
        return "";
    }

    /**
     * Changes the text.
     *
     * @param fields what the browser sends
     */
    default Done act(Edit.Fields fields, Editing editing) {
        String action = fields.one("action");
        return Edit.of(action)
                .map(edit -> Done.of(edit.apply(editing.text(), fields.path(), fields)))
                .orElseThrow(() ->
                        new UserException("\"" + action + "\" is nothing that this step can do; load the page again"));
    }

    /**
     * The text after an action.
     *
     * @param item which of several is shown then; empty for the one that was shown
     */
    record Done(TomlText text, Optional<String> item, Optional<Notice> notice) {
        static Done of(TomlText text) {
            return new Done(text, Optional.empty(), Optional.empty());
        }

        static Done showing(String item, TomlText text) {
            return new Done(text, Optional.of(item), Optional.empty());
        }
    }

    /** A template and what it shows. */
    record Body(String template, Object model) {}

    default String url(String draft, String item) {
        return Urls.configuration(key(), draft, item);
    }
}
