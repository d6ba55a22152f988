package com.cdhdashboard.app.start;

import com.cdhdashboard.app.configuration.ConfigurationPlace;
import com.cdhdashboard.core.config.Variant;
import com.cdhdashboard.core.error.UserException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variants that are open in this process. No two may have the same name, which their data and addresses are found by. */
final class OpenNames {
    private final Map<ConfigurationPlace, Variant> open = new LinkedHashMap<>();

    /** A variant is opened. */
    synchronized void open(ConfigurationPlace place, Variant variant) {
        open.keySet().stream()
                .filter(other -> other.beside().equals(place.beside()))
                .findFirst()
                .ifPresent(other -> {
                    throw new UserException(other.name() + " and " + place.name()
                            + " have the same file name, by which drafts and what is applied are kept in "
                            + place.data() + "; rename one of them, or name it only once");
                });
        requireFree(place, variant);
        open.put(place, variant);
    }

    /** Refuses a name that another variant has. */
    synchronized void requireFree(ConfigurationPlace place, Variant variant) {
        open.forEach((other, its) -> {
            if (isOther(place, other) && its.slug().equals(variant.slug())) {
                throw new UserException(place.name() + " names its variant \"" + variant.name() + "\", and "
                        + other.name() + " \"" + its.name() + "\": both would be \"" + variant.slug()
                        + "\" in the data folder and in addresses; give one of them another name under [variants]");
            }
        });
    }

    private static boolean isOther(ConfigurationPlace place, ConfigurationPlace other) {
        return !other.equals(place) && other.data().equals(place.data());
    }

    /** A variant that is open gets another name, unless one has it already. */
    synchronized void rename(ConfigurationPlace place, Variant variant) {
        requireFree(place, variant);
        open.replace(place, variant);
    }

    synchronized void close(ConfigurationPlace place) {
        open.remove(place);
    }
}
