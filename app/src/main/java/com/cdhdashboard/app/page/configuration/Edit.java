package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.page.configuration.form.FieldPath;
import com.cdhdashboard.app.page.configuration.form.Posted;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The changes that every form can make to the text, each to one key or table. */
enum Edit {
    /** Where a value is to have another type, which only rows of tables can choose, nothing of the old one is kept. */
    SET {
        @Override
        TomlText apply(TomlText text, FieldPath path, Fields fields) {
            requireKnown(path);
            Optional<Object> before = text.value(path.names());
            Optional<Object> kept = fields.one("retype").isEmpty() ? before : Optional.empty();
            return Posted.of(fields.one("as"))
                    .read(fields.all("value"), kept)
                    .map(value -> text.set(path.names(), value))
                    .orElseGet(() -> before.isPresent() ? text.remove(path.names()) : text);
        }
    },
    /** A key that is not there any more has nothing to be reset. */
    RESET {
        @Override
        TomlText apply(TomlText text, FieldPath path, Fields fields) {
            return text.value(path.names()).isPresent() ? text.remove(path.names()) : text;
        }
    },
    RENAME {
        @Override
        TomlText apply(TomlText text, FieldPath path, Fields fields) {
            return text.rename(path.names(), newName(fields));
        }
    },
    COPY {
        @Override
        TomlText apply(TomlText text, FieldPath path, Fields fields) {
            return text.copy(path.names(), newName(fields));
        }
    },
    BEFORE {
        @Override
        TomlText apply(TomlText text, FieldPath path, Fields fields) {
            return text.moveBefore(path.names(), fields.one("to"));
        }
    },
    AFTER {
        @Override
        TomlText apply(TomlText text, FieldPath path, Fields fields) {
            return text.moveAfter(path.names(), fields.one("to"));
        }
    };

    abstract TomlText apply(TomlText text, FieldPath path, Fields fields);

    /** The change of that name; none where only a step knows it. */
    static Optional<Edit> of(String action) {
        return Stream.of(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(action))
                .findFirst();
    }

    static String newName(Fields fields) {
        String name = fields.one("to");
        if (name.isBlank()) {
            throw new UserException("A name is missing; type one");
        }
        return name;
    }

    private static void requireKnown(FieldPath path) {
        if (Schema.key(path.names()).isEmpty()) {
            throw new UserException(
                    "A configuration has no key " + path.dotted() + "; nothing was changed. Load the page again");
        }
    }

    /** What the browser sends, by name. */
    record Fields(Map<String, List<String>> values) {
        List<String> all(String name) {
            return values.getOrDefault(name, List.of());
        }

        String one(String name) {
            return all(name).stream().findFirst().orElse("");
        }

        FieldPath path() {
            return new FieldPath(all("path"));
        }
    }
}
